using Serilog;

namespace Nuke.Common;

/// <summary>Goes on after failures, or tries again.</summary>
public static class ControlFlow
{
    /// <summary>Runs the action; a failure becomes a warning.</summary>
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true) =>
        SuppressErrors<object?>(
            () =>
            {
                action();
                return null;
            },
            defaultValue: null,
            includeStackTrace,
            logWarning);

    /// <summary>Returns the function's result; a failure becomes a warning and the default value.</summary>
    public static T SuppressErrors<T>(
        Func<T> action,
        T? defaultValue = default,
        bool includeStackTrace = false,
        bool logWarning = true)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            if (logWarning)
                Log.Warning(includeStackTrace ? exception : null, "{Message}", exception.Message);
            return defaultValue!;
        }
    }

    /// <summary>Runs the action until it succeeds, at most the given number of times, with cleaning up after each.</summary>
    public static void ExecuteWithRetry(
        Action action,
        Action? cleanup = null,
        int retryAttempts = 3,
        TimeSpan? delay = null,
        Action<string>? logAction = null)
    {
        Assert.True(retryAttempts > 0, $"The number of attempts must be at least 1, but is {retryAttempts}");
        logAction ??= message => Log.Warning("{Message}", message);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (attempt < retryAttempts)
            {
                logAction($"Attempt {attempt} of {retryAttempts} failed: {exception.Message}");
            }
            catch (Exception exception)
            {
                Assert.Fail($"All {retryAttempts} attempts failed, the last one with: {exception.Message}", exception);
            }
            finally
            {
                cleanup?.Invoke();
            }

            if (delay is { } pause)
                Thread.Sleep(pause);
        }
    }
}
