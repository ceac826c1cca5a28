using Slipway.Processes;

namespace Slipway.Base;

/// <summary>
/// A commit's files in a working tree of their own, removed in the end whatever happened. Whoever creates one holds the
/// lock of the folder.
/// </summary>
internal sealed class BaseCheckout : IAsyncDisposable
{
    private const int ShortestId = 40;

    private readonly Git _git;
    private readonly string _tree;

    private BaseCheckout(Git git, string tree, string workspace)
    {
        _git = git;
        _tree = tree;
        Workspace = workspace;
    }

    /// <summary>The folder that stands there for the workspace's own; it need not exist.</summary>
    public string Workspace { get; }

    /// <param name="workspace">The folder of the workspace in the working tree that it is compared with.</param>
    /// <param name="folder">Where checkouts stand.</param>
    public static async Task<BaseCheckout> CreateAsync(string workspace, string folder, BaseCommit commit, CancellationToken cancellationToken)
    {
        var git = Git.Get(workspace);
        await RemoveLeftoversAsync(git, folder, cancellationToken);
        var prefix = await git.TryReadAsync(cancellationToken, "rev-parse", "--show-prefix") ?? "";
        var tree = Path.Combine(Path.GetFullPath(folder), commit.Id);
        var checkout = new BaseCheckout(git, tree, Path.TrimEndingDirectorySeparator(Path.Combine(tree, prefix)));
        try
        {
            var added = await git.RunAsync(cancellationToken, "worktree", "add", "--force", "--force", "--detach", tree, commit.Id);
            if (!added.Result.Succeeded)
                throw new CommandFailedException(added.Result, ErrorKind.Environment);
        }
        catch
        {
            await checkout.DisposeAsync();
            throw;
        }

        return checkout;
    }

    // An interrupted run cleans up as well: this is not to be cancelled.
    public async ValueTask DisposeAsync() => await RemoveAsync(_git, _tree, CancellationToken.None);

    // What a killed run could not remove.
    private static async Task RemoveLeftoversAsync(Git git, string folder, CancellationToken cancellationToken)
    {
        foreach (var leftover in Directory.GetDirectories(folder).Where(IsCheckout))
            await RemoveAsync(git, leftover, cancellationToken);
        await git.RunAsync(cancellationToken, "worktree", "prune");
    }

    private static bool IsCheckout(string folder) =>
        Path.GetFileName(folder) is { Length: >= ShortestId } name && name.All(char.IsAsciiHexDigitLower);

    private static async Task RemoveAsync(Git git, string tree, CancellationToken cancellationToken)
    {
        // Twice: once for changed files, once for a lock that `worktree add` leaves when it is killed.
        await git.RunAsync(cancellationToken, "worktree", "remove", "--force", "--force", tree);
        if (Directory.Exists(tree))
            Directory.Delete(tree, recursive: true);
    }
}
