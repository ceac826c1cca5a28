using System.Collections.Immutable;

namespace Slipway.Releasing.GitHub;

/// <summary>A release as GitHub has it, drafts included.</summary>
/// <param name="Target">What its tag is made from when there is none: a commit or a branch.</param>
/// <param name="Page">Where people look at it.</param>
/// <param name="Uploads">Where its files are sent.</param>
/// <param name="Assets">Sorted by name.</param>
public sealed record GitHubRelease(
    long Id,
    string Tag,
    string Target,
    string Title,
    ReleaseBody Body,
    bool IsDraft,
    bool IsPrerelease,
    bool IsImmutable,
    Uri Page,
    Uri Uploads,
    ImmutableArray<GitHubAsset> Assets)
{
    /// <summary>The commit that it is about: as this program wrote it down, else what its tag is made from.</summary>
    public string Commit => Body.Record.GetValueOrDefault(ReleaseText.CommitKey) ?? Target;

    public GitHubAsset? Find(string name) => Assets.FirstOrDefault(asset => asset.Name == name);
}
