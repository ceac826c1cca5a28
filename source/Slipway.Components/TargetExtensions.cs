using Nuke.Common;
using Serilog;

namespace Slipway.Components;

/// <summary>Runs the action of a target that is no gate: the library's errors become one sentence and an exit code.</summary>
internal static class TargetExtensions
{
    public static void Run(this INukeBuild build, Action action)
    {
        try
        {
            action();
        }
        catch (SlipwayException exception)
        {
            build.Refuse(exception.Kind, exception, exception.Explain());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            build.Refuse(ErrorKind.Environment, exception, $"{exception.Message} Make the file or folder writable, and see that the disk is not full.");
        }
    }

    private static void Refuse(this INukeBuild build, ErrorKind kind, Exception exception, string message)
    {
        build.ExitCode = Math.Max(build.ExitCode ?? 0, (int)kind);
        Log.Verbose(exception, "Where it comes from");
        Assert.Fail(message);
    }
}
