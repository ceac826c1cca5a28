using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>Whether a release is to be made public, from what was seen.</summary>
/// <param name="Ready">The draft that has everything; null while it has not.</param>
/// <param name="Live">The public release, when it is ours and has everything.</param>
/// <param name="Effect">The change that is left; null when nothing is.</param>
/// <param name="Obstacle">Why nothing is done; null when nothing speaks against it but that files are missing.</param>
public sealed record GoLivePlan(VerifiedDraft? Ready, PublishedRelease? Live, ReleaseText Text, Effect? Effect, SlipwayException? Obstacle)
{
    public const string EffectName = "publish the release";

    /// <summary>What is to be done, for people.</summary>
    public IReadOnlyList<Effect> Effects => Effect is null ? [] : [Effect];

    /// <summary>Decides.</summary>
    public static GoLivePlan Of(ReleaseManifest manifest, ReleaseObservation seen)
    {
        var draft = DraftPlan.Of(manifest, seen);
        var text = ReleaseText.Of(manifest, seen, draft.Live?.Release ?? draft.Draft?.Release);
        if (draft.Obstacle is not null || draft.Live is not null)
            return new GoLivePlan(null, draft.Live, text, null, draft.Obstacle);
        var call = draft.Draft is { } found ? seen.Call("PATCH", $"releases/{found.Release.Id}") : seen.Call("PATCH", $"releases/ID");
        var latest = text.IsLatest ? "latest" : text.IsPrerelease ? "prerelease" : "not latest";
        var effect = new Effect(ReleaseStep.GoLive, EffectName, $"{call} draft=false, {latest}", IsIrreversible: true);
        var ready = draft is { Draft: { } whole, Actions.IsEmpty: true } ? VerifiedDraft.Of(whole, manifest) : null;
        return new GoLivePlan(ready, null, text, effect, null);
    }
}
