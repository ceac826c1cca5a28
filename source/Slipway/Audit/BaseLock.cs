using Slipway.Audit.Locks;
using Slipway.Base;
using Slipway.Processes;

namespace Slipway.Audit;

/// <summary>The lock file of the commit that a change is compared with.</summary>
public static class BaseLock
{
    /// <summary>Its content, or why there is none.</summary>
    /// <param name="workspace">The folder of the workspace in the working tree.</param>
    public static async Task<Found<string>> ReadAsync(string workspace, BaseCommit commit, CancellationToken cancellationToken = default)
    {
        if (Git.Find(workspace) is not { } git)
            return Found<string>.Nothing("git is not installed, or not on PATH");
        // A path that begins so is relative to the folder.
        var output = await git.RunAsync(cancellationToken, "show", $"{commit.Id}:./{LockFile.Name}");
        return output.Result.Succeeded ? Found<string>.Of(output.Output) : Found<string>.Nothing($"the base {commit} has no {LockFile.Name}");
    }
}
