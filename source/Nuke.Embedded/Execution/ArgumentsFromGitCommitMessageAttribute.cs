using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>
/// On a server, the last line of the commit's message may hold arguments, which win over those of the command line:
/// <c>[nuke++] Publish --verbosity verbose</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class ArgumentsFromGitCommitMessageAttribute : BuildExtensionAttributeBase
{
    /// <summary>What such a line begins with.</summary>
    public string Prefix { get; set; } = "[nuke++]";

    internal IReadOnlyList<string> GetArguments(string commit)
    {
        using var git = ProcessTasks.StartProcess(
            ToolPathResolver.GetPathExecutable("git"),
            ArgumentText.Join(["log", "-1", "--format=%B", commit]),
            NukeBuild.RootDirectory,
            logOutput: false,
            logInvocation: false);
        return Parse(git.AssertZeroExitCode().Output.Where(x => x.Type == OutputType.Std).Select(x => x.Text));
    }

    internal IReadOnlyList<string> Parse(IEnumerable<string> message)
        => message.LastOrDefault(x => !string.IsNullOrWhiteSpace(x))?.Trim() is { } line && line.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? ArgumentText.Split(line[Prefix.Length..])
            : [];
}
