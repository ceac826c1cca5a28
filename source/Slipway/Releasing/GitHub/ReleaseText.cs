using System.Collections.Immutable;
using Semver;
using Slipway.Manifest;
using Slipway.Messages;

namespace Slipway.Releasing.GitHub;

/// <summary>What a release is to say of itself.</summary>
/// <param name="IsLatest">Whether people who ask for the latest release get this.</param>
public sealed record ReleaseText(string Tag, string Commit, string Title, ReleaseBody Body, bool IsPrerelease, bool IsLatest)
{
    /// <summary>Under which the commit stands in the text, so that another machine knows what a draft is about.</summary>
    public const string CommitKey = "commit";

    /// <param name="seen">The record of what is there is kept.</param>
    public static ReleaseText Of(ReleaseManifest manifest, ReleaseObservation seen, GitHubRelease? release)
    {
        var record = release?.Body.Record ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        var log = new Uri($"{seen.RepositoryPage}/blob/{manifest.Commit}/CHANGELOG.md");
        var notes = Excerpt.Within(manifest.Notes, ReleaseBody.Limit - ReleaseBody.Reserve, log).ReplaceLineEndings("\n").TrimEnd();
        return new ReleaseText(
            manifest.Tag,
            manifest.Commit,
            $"{manifest.Name} {manifest.ReleaseVersion}",
            new ReleaseBody(notes, record.SetItem(CommitKey, manifest.Commit)),
            manifest.Prerelease,
            !manifest.Prerelease && !IsBackport(manifest, seen));
    }

    /// <summary>Whether a release says this already.</summary>
    /// <param name="hasTag">Whether the tag is there: then what it would be made from is nobody's concern, GitHub's neither.</param>
    public bool IsTextOf(GitHubRelease release, bool hasTag) =>
        release.Tag == Tag && (hasTag || release.Target == Commit) && release.Title == Title && release.IsPrerelease == IsPrerelease && release.Body.ToString() == Body.ToString();

    // 1.2.4 after 2.0.0 is for those who stay behind.
    private static bool IsBackport(ReleaseManifest manifest, ReleaseObservation seen) => seen.Newest is { } newest
        && SemVersion.ComparePrecedence(SemVersion.Parse(manifest.ReleaseVersion, SemVersionStyles.Strict), newest) < 0;
}
