using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>A release that is known to have all its files.</summary>
public abstract record UploadedRelease
{
    private protected UploadedRelease(GitHubRelease release) => Release = release;

    public GitHubRelease Release { get; }
}

/// <summary>A draft: files are sent to nothing else.</summary>
public sealed record DraftRelease
{
    private DraftRelease(GitHubRelease release) => Release = release;

    public GitHubRelease Release { get; }

    /// <summary>Null when it is public.</summary>
    public static DraftRelease? Of(GitHubRelease release) => release.IsDraft ? new DraftRelease(release) : null;
}

/// <summary>A draft that was compared with the manifest: it has each file, byte for byte, and nothing else. Only such a one is published.</summary>
public sealed record VerifiedDraft : UploadedRelease
{
    private VerifiedDraft(GitHubRelease release) : base(release)
    {
    }

    /// <summary>Null when it is not like the manifest.</summary>
    public static VerifiedDraft? Of(DraftRelease draft, ReleaseManifest manifest) =>
        Contents.Same(draft.Release, manifest) ? new VerifiedDraft(draft.Release) : null;
}

/// <summary>A public release that was compared with the manifest.</summary>
public sealed record PublishedRelease : UploadedRelease
{
    private PublishedRelease(GitHubRelease release) : base(release)
    {
    }

    /// <summary>Null when it is no public one, or not like the manifest.</summary>
    public static PublishedRelease? Of(GitHubRelease release, ReleaseManifest manifest) =>
        !release.IsDraft && Contents.Same(release, manifest) ? new PublishedRelease(release) : null;
}

internal static class Contents
{
    public static bool Same(GitHubRelease release, ReleaseManifest manifest) =>
        release.Assets.Length == manifest.Assets.Count && Ours(release, manifest) == manifest.Assets.Count;

    /// <summary>How many files of the manifest a release has.</summary>
    public static int Ours(GitHubRelease release, ReleaseManifest manifest) =>
        manifest.Assets.Count(asset => release.Assets.Any(other => other.Is(asset)));
}
