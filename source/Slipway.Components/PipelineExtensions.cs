using Nuke.Common;
using Serilog;

namespace Slipway.Components;

/// <summary>Where the library's errors become the build's.</summary>
internal static class PipelineExtensions
{
    /// <summary>Runs the action of a target; a failure becomes its message and the exit code that fits it.</summary>
    public static async Task GuardAsync(this INukeBuild build, Func<CancellationToken, Task> action)
    {
        try
        {
            await action(Interruption.Token);
        }
        catch (SlipwayException exception)
        {
            // The pipeline's own no is what a failed target means anyway.
            if (exception.Kind is ErrorKind.Configuration or ErrorKind.Environment)
                build.ExitCode = Math.Max(build.ExitCode ?? 0, (int)exception.Kind);
            Log.Verbose(exception, "Where it comes from");
            Assert.Fail(exception.Explain());
        }
    }
}
