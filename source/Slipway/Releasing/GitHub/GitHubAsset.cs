using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>A file of a release as GitHub has it.</summary>
/// <param name="IsUploaded">False for the remains of an upload that failed.</param>
/// <param name="Sha256">In lower case; null when GitHub does not tell.</param>
/// <param name="Download">Where people get it once the release is public.</param>
public sealed record GitHubAsset(long Id, string Name, bool IsUploaded, long Size, string? Sha256, Uri Download)
{
    /// <summary>Whether it is that file, byte for byte.</summary>
    public bool Is(Asset asset) => IsUploaded && Name == asset.Name && Size == asset.Size && Sha256 == asset.Sha256;
}
