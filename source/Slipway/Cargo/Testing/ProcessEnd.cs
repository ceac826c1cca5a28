using System.Globalization;
using Slipway.Processes;

namespace Slipway.Cargo.Testing;

internal static class ProcessEnd
{
    /// <summary>How a process ended that did not succeed.</summary>
    public static string Describe(ToolResult result)
    {
        if (result.TimedOut)
        {
            return $"was ended after its {DescribeLimit(result)}";
        }

        var signal = OperatingSystem.IsWindows() || result.ExitCode <= 128 ? null : NameOf(result.ExitCode - 128);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"ended with exit code {result.ExitCode}{(signal is null ? "" : $" ({signal})")}");
    }

    /// <summary>"time limit of 300 s".</summary>
    public static string DescribeLimit(ToolResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"time limit of {result.Command.TimeLimit?.TotalSeconds:0.#} s");

    private static string? NameOf(int signal) => signal switch
    {
        4 => "SIGILL",
        6 => "SIGABRT",
        7 or 10 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        15 => "SIGTERM",
        _ => null,
    };
}
