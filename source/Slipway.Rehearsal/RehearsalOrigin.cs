using Slipway.Workflows.Local.Running;

namespace Slipway.Rehearsal;

/// <summary>The git repository of a rehearsal, beside that of the user, which is never touched: it has the commit that is checked out, and the tag.</summary>
public static class RehearsalOrigin
{
    /// <summary>Makes it, or brings it up to date.</summary>
    /// <param name="source">A folder in the user's repository.</param>
    /// <param name="folder">The bare repository.</param>
    /// <exception cref="SlipwayException">There is no git, or no commit.</exception>
    public static async Task PrepareAsync(string source, string folder, string tag, CancellationToken cancellationToken = default)
    {
        var commit = await Processes.Git.Get(source).CommitAsync("HEAD", cancellationToken)
            ?? throw new SlipwayException(ErrorKind.Configuration, $"{source} is in no git repository with a commit.", "A release is of a commit: run in a clone.");
        Directory.CreateDirectory(folder);
        var git = Processes.Git.Get(folder);
        if (!File.Exists(Path.Combine(folder, "HEAD")))
            await git.EnsureAsync(cancellationToken, "init", "--quiet", "--bare", "--initial-branch", "main", ".");
        var root = await Processes.Git.Get(source).TryReadAsync(cancellationToken, "rev-parse", "--show-toplevel") ?? source;
        await git.EnsureAsync(cancellationToken, "fetch", "--quiet", "--no-tags", "--update-shallow", root, "HEAD");
        await git.EnsureAsync(cancellationToken, "update-ref", "refs/heads/main", commit);
        await git.EnsureAsync(cancellationToken, "update-ref", $"refs/tags/{tag}", commit);
    }

    /// <summary>A clone with the tag checked out, as somebody has it who has just pushed the tag.</summary>
    /// <param name="folder">What is there is replaced.</param>
    public static async Task CheckOutAsync(string origin, string folder, string tag, CancellationToken cancellationToken = default)
    {
        WorkflowFolders.Remove(folder);
        await Processes.Git.Get(origin).EnsureAsync(cancellationToken, "clone", "--quiet", "--branch", tag, origin, folder);
    }
}
