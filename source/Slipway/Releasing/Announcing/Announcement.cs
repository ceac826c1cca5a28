using System.Collections.Immutable;
using Slipway.Manifest;
using Slipway.Messages;

namespace Slipway.Releasing.Announcing;

/// <summary>What is told of a release.</summary>
public static class Announcement
{
    private const int LengthOfCommit = 12;

    /// <param name="repository">As <c>owner/name</c>: with tag and version, it tells this message from all others.</param>
    /// <param name="page">Of the release.</param>
    public static Message Of(ReleaseManifest manifest, string repository, Uri page) => new(
        $"{repository} {manifest.Tag} {manifest.ReleaseVersion}",
        $"{manifest.Name} {manifest.ReleaseVersion} is released{(manifest.Prerelease ? " (a prerelease)" : "")}",
        "Release notes",
        page,
        manifest.Notes,
        [
            new("Version", manifest.ReleaseVersion),
            new("Commit", manifest.Commit[..Math.Min(LengthOfCommit, manifest.Commit.Length)]),
            new("Crates", manifest.Crates.Select(crate => $"{crate.Name} {crate.Version}").ToImmutableArray()),
        ],
        MessageTone.Good);
}
