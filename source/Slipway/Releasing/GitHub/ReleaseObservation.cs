using System.Collections.Immutable;
using System.Globalization;
using Semver;
using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>What GitHub has of a release at one moment.</summary>
/// <param name="Repository">As <c>owner/name</c>.</param>
/// <param name="Releases">All with its tag, drafts included, with all their assets, by id.</param>
/// <param name="Newest">The highest other version that is public and final; of the same crate, when tags name crates.</param>
/// <param name="TagCommit">What the tag points to; null while there is none.</param>
public sealed record ReleaseObservation(string Repository, Uri RepositoryPage, ImmutableArray<GitHubRelease> Releases, SemVersion? Newest, string? TagCommit)
{
    public GitHubRelease? Live => Releases.FirstOrDefault(release => !release.IsDraft);

    public IEnumerable<GitHubRelease> Drafts => Releases.Where(release => release.IsDraft);

    /// <summary>Where a call goes, for people.</summary>
    internal string Call(string method, FormattableString path) =>
        $"{method} /repos/{Repository}/{path.ToString(CultureInfo.InvariantCulture)}";
}

public sealed partial class GitHubReleases
{
    /// <summary>Looks at everything that a release has here.</summary>
    /// <param name="known">An id that lists may not show yet.</param>
    public async Task<ReleaseObservation> ObserveAsync(ReleaseManifest manifest, long? known, CancellationToken cancellationToken)
    {
        // All at once: far away, each question takes a while.
        var (listing, tagging, knowing) = (ListAsync(cancellationToken), CommitOfAsync(manifest.Tag, cancellationToken), FindKnownAsync(known, cancellationToken));
        await Task.WhenAll(listing, tagging, knowing);
        var (all, commit, found) = (await listing, await tagging, await knowing);
        var others = all.Where(release => release.Tag == manifest.Tag && release.Id != known).Select(release => GetAsync(release.Id, cancellationToken));
        var releases = (await Task.WhenAll(others)).Append(found).OfType<GitHubRelease>()
            .Where(release => release.Tag == manifest.Tag)
            .OrderBy(release => release.Id)
            .Select(release => WithDigestsAsync(release, manifest, cancellationToken));
        var page = new Uri($"{Connection.Server.ToString().TrimEnd('/')}/{Connection.Repository}");
        return new(Connection.Repository, page, [.. await Task.WhenAll(releases)], Newest(all, manifest), commit);
    }

    private async Task<GitHubRelease?> FindKnownAsync(long? known, CancellationToken cancellationToken) =>
        known is { } id ? await GetAsync(id, cancellationToken) : null;

    private async Task<GitHubRelease> WithDigestsAsync(GitHubRelease release, ReleaseManifest manifest, CancellationToken cancellationToken)
    {
        var assets = ImmutableArray.CreateBuilder<GitHubAsset>(release.Assets.Length);
        foreach (var asset in release.Assets)
        {
            var isUnknown = asset is { IsUploaded: true, Sha256: null } && manifest.Assets.Any(wanted => wanted.Name == asset.Name && wanted.Size == asset.Size);
            assets.Add(isUnknown ? await WithDigestAsync(asset, cancellationToken) : asset);
        }

        return release with { Assets = assets.MoveToImmutable() };
    }

    private static SemVersion? Newest(IEnumerable<GitHubRelease> all, ReleaseManifest manifest)
    {
        var crates = manifest.Crates.Select(crate => crate.Name).Append(manifest.Name).Distinct(StringComparer.Ordinal).ToList();
        var crate = ReleaseTag.Parse(manifest.Tag, crates).Crate;
        return all.Where(release => release is { IsDraft: false, IsPrerelease: false } && release.Tag != manifest.Tag)
            .Select(release => TagOf(release.Tag, crates))
            .OfType<ReleaseTag>()
            .Where(tag => tag.Crate == crate && !tag.IsPrerelease)
            .Select(tag => tag.Version)
            .Order(SemVersion.PrecedenceComparer)
            .LastOrDefault();
    }

    private static ReleaseTag? TagOf(string tag, IEnumerable<string> crates)
    {
        try
        {
            return ReleaseTag.Parse(tag, crates);
        }
        catch (SlipwayException)
        {
            // Releases of other things are no matter.
            return null;
        }
    }
}
