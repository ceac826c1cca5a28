using Nuke.Common;
using Serilog;

namespace Slipway.Components;

/// <summary>Runs the action of a target that is no gate: the library's errors become one sentence and an exit code.</summary>
internal static class TargetExtensions
{
    public static async Task RunAsync(this INukeBuild build, Func<CancellationToken, Task> action)
    {
        try
        {
            await action(Interruption.Token);
        }
        catch (SlipwayException exception)
        {
            build.ExitCode = Math.Max(build.ExitCode ?? 0, (int)exception.Kind);
            Log.Verbose(exception, "Where it comes from");
            Assert.Fail(exception.Explain());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            build.ExitCode = (int)ErrorKind.Environment;
            Assert.Fail($"{exception.Message} Make the file or folder writable, and see that the disk is not full.");
        }
    }
}
