using System.Collections.Immutable;
using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>All that a draft still needs, from what was seen.</summary>
/// <param name="Draft">The one that is gone on with; null while there is none.</param>
/// <param name="Live">The public release, when it is ours and has everything.</param>
/// <param name="Actions">In their order.</param>
/// <param name="Obstacle">Why nothing is done; null when it can go on.</param>
public sealed record DraftPlan(DraftRelease? Draft, PublishedRelease? Live, ImmutableArray<DraftAction> Actions, SlipwayException? Obstacle)
{
    /// <summary>What is to be done, for people.</summary>
    public IReadOnlyList<Effect> Effects => [.. Actions.Select(action => action.Effect)];

    /// <summary>Decides.</summary>
    public static DraftPlan Of(ReleaseManifest manifest, ReleaseObservation seen)
    {
        if (seen.TagCommit is { } commit && commit != manifest.Commit)
            return Stop(Obstacles.MovedTag(manifest, commit));
        if (seen.Live is { } live)
            return OfLive(manifest, seen, live);
        if (seen.Drafts.FirstOrDefault(draft => draft.Commit != manifest.Commit) is { } other)
            return Stop(Obstacles.OtherCommit(manifest, other));
        if (seen.Drafts.Select(draft => Obstacles.ForeignAssets(manifest, draft)).OfType<SlipwayException>().FirstOrDefault() is { } foreign)
            return Stop(foreign);

        // The one that saves the most work; which, every run decides alike.
        var kept = seen.Drafts.OrderByDescending(draft => Contents.Ours(draft, manifest)).ThenBy(draft => draft.Id).FirstOrDefault();
        var text = ReleaseText.Of(manifest, seen, kept);
        ImmutableArray<DraftAction> actions =
        [
            .. Doubles(seen, kept),
            .. TextActions(seen, kept, text),
            .. AssetActions(manifest, seen, kept),
        ];
        return new DraftPlan(kept is null ? null : DraftRelease.Of(kept), null, actions, null);
    }

    /// <summary>What there is and what comes next, in one line.</summary>
    public string Describe(ReleaseManifest manifest)
    {
        var state = Live is { } live ? Words.Live(live.Release)
            : Draft is { } draft ? Words.Draft(draft.Release, manifest)
            : $"there is no draft for {manifest.Tag}";
        return Actions.IsEmpty ? $"{state}; nothing is left to do" : $"{state}; next: {Actions[0].Effect.Name}";
    }

    private static DraftPlan Stop(SlipwayException obstacle) => new(null, null, [], obstacle);

    private static DraftPlan OfLive(ReleaseManifest manifest, ReleaseObservation seen, GitHubRelease live) =>
        PublishedRelease.Of(live, manifest) is not { } published ? Stop(Obstacles.OtherRelease(manifest, live))
        // A draft that was left over holds nothing that the release has not, or it is somebody else's.
        : new DraftPlan(null, published, [.. Doubles(seen with { Releases = [.. seen.Releases.Where(release => IsOurs(release, manifest))] }, live)], null);

    private static bool IsOurs(GitHubRelease release, ReleaseManifest manifest) =>
        release.Commit == manifest.Commit && Obstacles.ForeignAssets(manifest, release) is null;

    private static IEnumerable<DraftAction> Doubles(ReleaseObservation seen, GitHubRelease? kept) =>
        from draft in seen.Drafts
        where draft.Id != kept?.Id
        select new DeleteDraft(
            new Effect(ReleaseStep.Draft, $"delete draft {Words.Number(draft.Id)}, which is one too many", seen.Call("DELETE", $"releases/{draft.Id}")),
            draft.Id);

    private static IEnumerable<DraftAction> TextActions(ReleaseObservation seen, GitHubRelease? kept, ReleaseText text)
    {
        if (kept is null)
            yield return new CreateDraft(new Effect(ReleaseStep.Draft, CreateDraft.Name, seen.Call("POST", $"releases")), text);
        else if (!text.IsTextOf(kept, seen.TagCommit is not null))
            yield return new ChangeDraft(new Effect(ReleaseStep.Draft, $"change text of draft {Words.Number(kept.Id)}", seen.Call("PATCH", $"releases/{kept.Id}")), kept.Id, text);
    }

    private static IEnumerable<DraftAction> AssetActions(ReleaseManifest manifest, ReleaseObservation seen, GitHubRelease? kept)
    {
        foreach (var asset in (kept?.Assets ?? []).Where(asset => !manifest.Assets.Any(wanted => asset.Is(wanted))))
        {
            var why = !asset.IsUploaded ? "which is incomplete" : manifest.Assets.Any(wanted => wanted.Name == asset.Name) ? "which is another" : "which is of an earlier attempt";
            yield return new DeleteAsset(new Effect(ReleaseStep.Draft, $"delete {asset.Name}, {why}", seen.Call("DELETE", $"releases/assets/{asset.Id}")), asset);
        }

        foreach (var asset in manifest.Assets.Where(wanted => kept is null || !kept.Assets.Any(asset => asset.Is(wanted))))
        {
            var call = kept is null ? seen.Call("POST", $"releases/ID/assets?name={asset.Name}") : seen.Call("POST", $"releases/{kept.Id}/assets?name={asset.Name}");
            yield return new UploadAsset(new Effect(ReleaseStep.Draft, $"upload {asset.Name}", call), asset);
        }
    }
}
