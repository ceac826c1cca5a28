using Slipway.Processes;

namespace Slipway.Workflows.Local.Running;

/// <summary>Git as runs on a desk use it.</summary>
internal static class LocalGit
{
    public static Git In(string folder) => Git.Get(folder)
        .WithVariable("GIT_LITERAL_PATHSPECS", "1")
        // Without being asked actions/checkout brings no large files either.
        .WithVariable("GIT_LFS_SKIP_SMUDGE", "1");
}
