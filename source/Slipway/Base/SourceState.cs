using System.Security.Cryptography;
using System.Text;
using Slipway.Processes;

namespace Slipway.Base;

/// <summary>What a folder of a repository holds now.</summary>
/// <param name="Branch">Null when none is checked out.</param>
/// <param name="Tree">Stands for the content of the folder, also of what is not committed; what Git ignores does not count.</param>
public sealed record SourceState(string Commit, string? Branch, string Tree)
{
    private const int ChangesLength = 16;

    /// <summary>Null when the folder is in no repository, or in one without a commit.</summary>
    public static async Task<SourceState?> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(folder)
            || Git.Find(folder) is not { } git
            || await git.CommitAsync("HEAD", cancellationToken) is not { } commit)
            return null;
        var branch = await git.TryReadAsync(cancellationToken, "symbolic-ref", "--quiet", "--short", "HEAD");
        // A folder that is in no commit yet has no tree, only changes.
        var tree = await git.TryReadAsync(cancellationToken, "rev-parse", "--verify", "--quiet", "HEAD:./") ?? "";
        var changes = await ChangesAsync(git, folder, cancellationToken);
        return new SourceState(commit, branch, changes is null ? tree : $"{tree}+{changes}");
    }

    private static async Task<string?> ChangesAsync(Git git, string folder, CancellationToken cancellationToken)
    {
        var changed = await git.ListAsync(cancellationToken, "diff", "HEAD", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", "--", ".");
        var added = await git.ListAsync(cancellationToken, "ls-files", "--others", "--exclude-standard", "-z", "--", ".");
        if (changed.Count + added.Count == 0)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in changed.Concat(added).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
            hash.AppendData(await ContentAsync(Path.Combine(folder, path), cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..ChangesLength];
    }

    private static async Task<byte[]> ContentAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return await SHA256.HashDataAsync(stream, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Removed, or a folder of another repository.
            return [0];
        }
    }
}
