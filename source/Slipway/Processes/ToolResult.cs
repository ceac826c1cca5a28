namespace Slipway.Processes;

/// <summary>How a process ended.</summary>
/// <param name="LeftProcesses">Whether it left processes behind that still held its output, and were ended.</param>
/// <param name="Tail">The last lines of its error output, or of its output when it wrote no errors.</param>
public sealed record ToolResult(
    ToolCommand Command,
    int ExitCode,
    bool TimedOut,
    TimeSpan Duration,
    bool LeftProcesses,
    IReadOnlyList<string> Tail)
{
    public bool Succeeded => ExitCode == 0 && !TimedOut;

    public ToolResult EnsureSuccess() => Succeeded ? this : throw new CommandFailedException(this);
}
