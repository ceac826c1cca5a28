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
    private const int FieldsOfChanged = 9;
    private const int FieldsOfUnmerged = 11;

    /// <summary>Null when the folder is in no repository, or in one without a commit.</summary>
    public static async Task<SourceState?> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(folder) || Git.Find(folder) is not { } git)
            return null;
        // One process for all but the tree: a run that has nothing to do would notice more.
        var status = await git.RunAsync(cancellationToken, "--no-optional-locks", "status", "--porcelain=v2", "--branch", "-z", "--no-ahead-behind", "--untracked-files=all", "--no-renames", "--", ".");
        var entries = status.Output.TrimEnd('\n').Split('\0', StringSplitOptions.RemoveEmptyEntries);
        if (!status.Result.Succeeded || Header(entries, "# branch.oid ") is not { } commit || commit == "(initial)")
            return null;
        var branch = Header(entries, "# branch.head ");
        var place = (await git.RunAsync(cancellationToken, "rev-parse", "--show-prefix", "HEAD:./")) switch
        {
            { Result.Succeeded: true } both => both.Output.Split('\n'),
            // A folder that is in no commit yet has no tree, only changes.
            var other => [other.Output.Split('\n')[0], ""],
        };
        var changes = await ChangesAsync(folder, [.. entries.Select(PathOf).OfType<string>().Select(path => path[place[0].Length..])], cancellationToken);
        return new SourceState(commit, branch == "(detached)" ? null : branch, changes is null ? place[1] : $"{place[1]}+{changes}");
    }

    private static string? Header(string[] entries, string name) =>
        entries.FirstOrDefault(entry => entry.StartsWith(name, StringComparison.Ordinal))?[name.Length..];

    // https://git-scm.com/docs/git-status#_porcelain_format_version_2: the path is what stands last.
    private static string? PathOf(string entry) => entry[0] switch
    {
        '1' => entry.Split(' ', FieldsOfChanged)[^1],
        'u' => entry.Split(' ', FieldsOfUnmerged)[^1],
        '?' => entry[2..],
        _ => null,
    };

    private static async Task<string?> ChangesAsync(string folder, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count == 0)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths.Order(StringComparer.Ordinal))
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
