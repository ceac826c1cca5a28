using System.Globalization;

namespace Slipway.Processes;

/// <summary>A process ended with a failure; carries its command line, exit code and last lines.</summary>
public sealed class CommandFailedException(ToolResult result, ErrorKind kind = ErrorKind.Verdict)
    : SlipwayException(kind, Describe(result))
{
    public string CommandLine { get; } = result.Command.ToString();

    public int ExitCode { get; } = result.ExitCode;

    public IReadOnlyList<string> Tail { get; } = result.Tail;

    private static string Describe(ToolResult result)
    {
        var end = result.TimedOut
            ? string.Create(CultureInfo.InvariantCulture, $"was ended after {result.Duration.TotalSeconds:0.0} s")
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {result.ExitCode}");
        return string.Join('\n', [$"{result.Command} {end}", .. result.Tail.Select(line => $"  {line}")]);
    }
}
