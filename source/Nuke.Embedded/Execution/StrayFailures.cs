using System.Runtime.ExceptionServices;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// Exceptions on threads that targets have started themselves, and in their <c>async void</c>: they fail the build, but
/// do not take the process down in the middle of the others.
/// </summary>
internal sealed class StrayFailures : IDisposable
{
    private static volatile bool HasAny;
    private static volatile bool IsRunning;
    private static bool IsInstalled;

    public StrayFailures()
    {
        IsRunning = true;
        // A process has one handler for good.
        if (!Interlocked.Exchange(ref IsInstalled, true))
            ExceptionHandling.SetUnhandledExceptionHandler(Handle);
    }

    public static bool Any => HasAny;

    public void Dispose() => IsRunning = false;

    private static bool Handle(Exception exception)
    {
        if (!IsRunning || exception is OutOfMemoryException)
            return false;
        HasAny = true;
        Log.Error(exception, "A thread in the background failed: {Reason:l}", LogText.Describe(exception));
        return true;
    }
}
