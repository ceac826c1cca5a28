using System.Runtime.ExceptionServices;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// Exceptions on threads that targets have started themselves, and in their <c>async void</c>: they fail the build, but
/// do not take the process down in the middle of the others.
/// </summary>
internal sealed class StrayFailures : IDisposable
{
    private static volatile bool _any;
    private static volatile bool _isRunning;
    private static bool _isInstalled;

    public StrayFailures()
    {
        _isRunning = true;
        // A process has one handler for good.
        if (!Interlocked.Exchange(ref _isInstalled, true))
            ExceptionHandling.SetUnhandledExceptionHandler(Handle);
    }

    public static bool Any => _any;

    public void Dispose() => _isRunning = false;

    private static bool Handle(Exception exception)
    {
        if (!_isRunning || exception is OutOfMemoryException)
            return false;
        _any = true;
        Log.Error(exception, "A thread in the background failed: {Reason:l}", LogText.Describe(exception));
        return true;
    }
}
