using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>States that somebody has to look at before a release goes on.</summary>
internal static class Obstacles
{
    public static SlipwayException MovedTag(ReleaseManifest manifest, string commit) => new(
        ErrorKind.Verdict,
        $"The tag {manifest.Tag} points to {Words.Commit(commit)} on GitHub, and the release was made from {Words.Commit(manifest.Commit)}.",
        "Release what the tag points to, or set the tag back if it was moved by mistake.");

    public static SlipwayException OtherCommit(ReleaseManifest manifest, GitHubRelease draft) => new(
        ErrorKind.Verdict,
        $"Draft {Words.Number(draft.Id)} for {manifest.Tag} is about {Words.Commit(draft.Commit)}, and this release is made from {Words.Commit(manifest.Commit)}.",
        $"Look at {draft.Page} and delete the draft if nobody needs it; then run the same again.");

    /// <summary>A public release is never changed: people may have it already.</summary>
    public static SlipwayException OtherRelease(ReleaseManifest manifest, GitHubRelease live)
    {
        var unlike = manifest.Assets.Where(asset => !live.Assets.Any(other => other.Is(asset))).Select(asset => asset.Name)
            .Concat(live.Assets.Where(asset => manifest.Assets.All(wanted => wanted.Name != asset.Name)).Select(asset => asset.Name))
            .ToList();
        return new SlipwayException(
            ErrorKind.Verdict,
            $"{manifest.Tag} is public already, and it is another release than this: {Words.List(unlike)} differ or are missing on one side.",
            $"Compare with {live.Page}; what is public is not changed, so that this becomes another version.");
    }

    /// <summary>Files in a draft that this program did not send; null when there are none.</summary>
    public static SlipwayException? ForeignAssets(ReleaseManifest manifest, GitHubRelease draft)
    {
        var foreign = draft.Assets.Where(asset => asset.IsUploaded && manifest.Assets.All(wanted => wanted.Name != asset.Name) && !IsOfAnEarlierAttempt(manifest, asset.Name))
            .Select(asset => asset.Name)
            .ToList();
        return foreign.Count == 0 ? null : new SlipwayException(
            ErrorKind.Verdict,
            $"Draft {Words.Number(draft.Id)} for {manifest.Tag} has files that are not of this release: {Words.List(foreign)}.",
            $"Delete them at {draft.Page}, or make them part of the release; then run the same again.");
    }

    // The names that a release gives to its files: other targets were released before, or other files signed.
    private static bool IsOfAnEarlierAttempt(ReleaseManifest manifest, string name) =>
        manifest.Crates.Select(crate => crate.Name).Append(manifest.Name).Any(crate =>
            name.StartsWith($"{crate}-{manifest.ReleaseVersion}-", StringComparison.Ordinal) || name.StartsWith($"{crate}-{manifest.ReleaseVersion}.", StringComparison.Ordinal))
        || name.StartsWith("SHA256SUMS", StringComparison.Ordinal);

    /// <summary>Publishing was refused; nothing has changed, and GitHub's reasons have no other way out than these.</summary>
    public static SlipwayException NotPublished(ReleaseManifest manifest, GitHubRelease draft, RefusedException refused)
    {
        var state = $"{Words.Draft(draft, manifest)} and is not public";
        return refused.Refusal switch
        {
            { } refusal when refusal.Says("was used by an immutable release") => Stop(
                $"The tag {manifest.Tag} belonged to an immutable release once and can never be used again; {state}.",
                $"Delete the draft at {draft.Page} and release another version."),
            { } refusal when refusal.IsTaken("Release") => Stop(
                $"Another release has the tag {manifest.Tag} already; {state}.",
                "Run the same again, which compares the two; if they differ, release another version."),
            { } refusal when refusal.Says("rule violation") || refusal.Says("pre_receive") => Stop(
                $"A rule of the repository does not let the token make the tag {manifest.Tag}; {state}.",
                "Push the tag as somebody who may, or let the rule allow this workflow; then run the same again."),
            _ => refused.At(state),
        };

        SlipwayException Stop(string message, string hint) => new(ErrorKind.Verdict, message, hint, location: null, refused);
    }
}
