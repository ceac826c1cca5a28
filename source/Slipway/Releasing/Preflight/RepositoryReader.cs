using Slipway.Processes;

namespace Slipway.Releasing;

public static class RepositoryReader
{
    private static readonly string[] Branches = ["refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];

    /// <summary>Asks git; changes nothing.</summary>
    /// <exception cref="SlipwayException">There is no git, no repository, or no commit.</exception>
    public static async Task<RepositoryFacts> ReadAsync(string folder, string tag, CancellationToken cancellationToken = default)
    {
        var git = Git.Get(folder);
        var head = await git.CommitAsync("HEAD", cancellationToken)
            ?? throw new SlipwayException(ErrorKind.Configuration, $"{folder} is in no git repository with a commit.", "A release is of a commit: run in a clone.");
        var changed = await git.TryReadAsync(cancellationToken, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=normal") ?? "";
        var branch = await FindBranchAsync(git, cancellationToken);
        return new RepositoryFacts(
            head,
            await git.CommitAsync($"refs/tags/{tag}", cancellationToken),
            [.. changed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(line => line[3..]).Order(StringComparer.Ordinal)],
            branch?["refs/".Length..].Replace("remotes/", "", StringComparison.Ordinal).Replace("heads/", "", StringComparison.Ordinal),
            branch is null ? null : await IsAncestorAsync(git, head, branch, cancellationToken));
    }

    /// <summary>When the commit was made, which is the time of everything that is made of it.</summary>
    public static async Task<DateTimeOffset> TimeOfAsync(string folder, string commit, CancellationToken cancellationToken = default)
    {
        var text = await Git.Get(folder).TryReadAsync(cancellationToken, "log", "-1", "--format=%ct", commit, "--");
        return long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new SlipwayException(ErrorKind.Configuration, $"git does not know the commit {commit}.", "Run in a clone that has it.");
    }

    private static async Task<string?> FindBranchAsync(Git git, CancellationToken cancellationToken)
    {
        if (await git.TryReadAsync(cancellationToken, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD") is { Length: > 0 } named)
            return named;
        foreach (var branch in Branches)
        {
            if (await git.CommitAsync(branch, cancellationToken) is not null)
                return branch;
        }

        return null;
    }

    private static async Task<bool?> IsAncestorAsync(Git git, string commit, string branch, CancellationToken cancellationToken) =>
        (await git.RunAsync(cancellationToken, "merge-base", "--is-ancestor", commit, branch)).Result.ExitCode switch
        {
            0 => true,
            1 => false,
            // A shallow clone does not know.
            _ => null,
        };
}
