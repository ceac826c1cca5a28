using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Git;

/// <summary>Runs git.</summary>
[PathTool(Executable = PathExecutable)]
[LogErrorAsStandard]
public class GitTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "git";

    public static string GitPath
    {
        get => new GitTasks().GetToolPathInternal();
        set => new GitTasks().SetToolPath(value);
    }

    public static IReadOnlyCollection<Output> Git(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<IProcess, object?>? exitHandler = null)
        => new GitTasks().Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Whether a commit is checked out, and no branch.</summary>
    public static bool GitIsDetached() => GitIsDetached(null);

    public static bool GitIsDetached(string? workingDirectory)
        => Ask("symbolic-ref --short -q HEAD", workingDirectory, x => x.AssertWaitForExit()).Count == 0;

    /// <summary>Whether nothing has changed since the commit, new files included.</summary>
    public static bool GitHasCleanWorkingCopy() => GitHasCleanWorkingCopy(null);

    public static bool GitHasCleanWorkingCopy(string? workingDirectory) => Ask("status --short", workingDirectory).Count == 0;

    public static string GitCurrentBranch() => GitCurrentBranch(null);

    public static string GitCurrentBranch(string? workingDirectory) => Ask("rev-parse --abbrev-ref HEAD", workingDirectory).StdToText();

    public static string GitCurrentCommit() => GitCurrentCommit(null);

    public static string GitCurrentCommit(string? workingDirectory) => Ask("rev-parse HEAD", workingDirectory).StdToText();

    private static IReadOnlyCollection<Output> Ask(string arguments, string? workingDirectory, Func<IProcess, object?>? exitHandler = null)
        => Git(arguments, workingDirectory, logOutput: false, logInvocation: false, exitHandler: exitHandler);
}
