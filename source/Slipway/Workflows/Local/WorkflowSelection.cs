using System.Text.RegularExpressions;

namespace Slipway.Workflows.Local;

/// <summary>What to run: <c>ci</c>, <c>ci/test</c> or <c>ci/test (leg)</c>.</summary>
public sealed partial record WorkflowSelection(string Workflow, string? Job = null, string? Leg = null)
{
    /// <exception cref="SlipwayException">It is none of these.</exception>
    public static WorkflowSelection Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        return match.Success
            ? new WorkflowSelection(match.Groups["workflow"].Value, Value(match, "job"), Value(match, "leg"))
            : throw new SlipwayException(
                ErrorKind.Configuration,
                $"'{text}' names no workflow.",
                "Name a workflow (ci), one of its jobs (ci/test), or one leg of a job (\"ci/test (leg)\").");
    }

    public override string ToString() => $"{Workflow}{(Job is null ? "" : $"/{Job}")}{(Leg is null ? "" : $" ({Leg})")}";

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true, Value: var value } ? value : null;

    [GeneratedRegex(@"\A(?<workflow>[^/()\\]+)(?:/(?<job>[^/()\s]+)(?:\s*\((?<leg>.+)\))?)?\z")]
    private static partial Regex Pattern();
}
