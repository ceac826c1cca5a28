using System.Globalization;
using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>States of a release in a few words.</summary>
internal static class Words
{
    public static string Draft(GitHubRelease draft, ReleaseManifest manifest) =>
        string.Create(CultureInfo.InvariantCulture, $"draft {draft.Id} for {manifest.Tag} has {Contents.Ours(draft, manifest)} of {manifest.Assets.Count} assets");

    public static string Live(GitHubRelease release) => $"release {release.Tag} is public ({Number(release.Id)})";

    public static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A commit, as short as people say it.</summary>
    public static string Commit(string commit) => commit.Length == 40 ? commit[..10] : $"'{commit}'";

    /// <summary>The first few of many.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        const int most = 5;
        var shown = string.Join(", ", names.Take(most));
        return names.Count <= most ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} and {names.Count - most} more");
    }
}
