namespace Slipway.Workflows;

/// <summary>An action at one commit.</summary>
/// <param name="Repository">Owner and name.</param>
/// <param name="Tag">The release that the commit belongs to.</param>
/// <param name="Commit">40 hexadecimal digits.</param>
public sealed record ActionPin(string Repository, string Tag, string Commit)
{
    /// <summary>What stands behind <c>uses:</c>, without the tag.</summary>
    public string At(string? path) => path == null ? $"{Repository}@{Commit}" : $"{Repository}/{path}@{Commit}";
}
