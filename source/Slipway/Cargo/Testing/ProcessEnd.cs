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
            return string.Create(
                CultureInfo.InvariantCulture,
                $"was ended after its time limit of {result.Command.TimeLimit?.TotalSeconds:0.#} s");
        }

        var signal = OperatingSystem.IsWindows() || result.ExitCode <= 128 ? null : NameOf(result.ExitCode - 128);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"ended with exit code {result.ExitCode}{(signal is null ? "" : $" ({signal})")}");
    }

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
