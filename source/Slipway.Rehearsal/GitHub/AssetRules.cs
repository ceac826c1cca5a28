using System.Text.RegularExpressions;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub;

/// <summary>What GitHub does with the files of a release.</summary>
internal static partial class AssetRules
{
    private const int MostAssets = 1000;

    /// <summary>Adds one; nothing of its name may be there, complete or not.</summary>
    public static (GitHubState State, Asset Asset) Add(GitHubState state, long releaseId, Asset asset)
    {
        var release = state.Release(releaseId);
        EnsureMutable(release, "Cannot upload assets to an immutable release.");
        if (release.Assets.Length >= MostAssets)
            throw GitHubRefusedException.Invalid("ReleaseAsset", "custom", "file_count", $"file_count limited to {MostAssets} assets per release");
        EnsureFree(release, asset);
        return (state.With(release with { Assets = release.Assets.Add(asset) }), asset);
    }

    public static (GitHubState State, Asset Asset) Update(GitHubState state, long id, Func<Asset, Asset> change)
    {
        var (release, asset) = state.Asset(id);
        EnsureMutable(release, "Cannot update assets of an immutable release.");
        var changed = change(asset);
        EnsureFree(release, changed);
        return (state.With(release with { Assets = release.Assets.Replace(asset, changed) }), changed);
    }

    public static GitHubState Delete(GitHubState state, long id)
    {
        var (release, asset) = state.Asset(id);
        EnsureMutable(release, "Cannot delete assets from an immutable release.");
        return state.With(release with { Assets = release.Assets.Remove(asset) });
    }

    public static GitHubState CountDownload(GitHubState state, long id)
    {
        var (release, asset) = state.Asset(id);
        return state.With(release with { Assets = release.Assets.Replace(asset, asset with { Downloads = asset.Downloads + 1 }) });
    }

    /// <summary>GitHub renames what has other characters in its name, or a period at an end.</summary>
    public static string Sanitize(string name)
    {
        var clean = Periods().Replace(Others().Replace(name, "."), ".").TrimEnd('.');
        return clean.StartsWith('.') ? "default" + clean : clean.Length == 0 ? "default" : clean;
    }

    private static void EnsureFree(Release release, Asset asset)
    {
        if (release.Assets.Any(other => other.Id != asset.Id && other.Name == asset.Name))
            throw GitHubRefusedException.Invalid("ReleaseAsset", "already_exists", "name");
    }

    private static void EnsureMutable(Release release, string message)
    {
        if (release.Immutable)
            throw GitHubRefusedException.Refused(message);
    }

    [GeneratedRegex("[^A-Za-z0-9._+-]", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(@"\.{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Periods();
}
