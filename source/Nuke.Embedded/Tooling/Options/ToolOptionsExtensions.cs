namespace Nuke.Common.Tooling;

/// <summary>Sets how the process of a tool runs.</summary>
public static partial class ToolOptionsExtensions
{
    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessToolPath))]
    public static T SetProcessToolPath<T>(this T o, string? v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessToolPath, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessToolPath))]
    public static T ResetProcessToolPath<T>(this T o) where T : ToolOptions => o.Modify(b => b.Remove(() => o.ProcessToolPath));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessWorkingDirectory))]
    public static T SetProcessWorkingDirectory<T>(this T o, string? v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessWorkingDirectory, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessWorkingDirectory))]
    public static T ResetProcessWorkingDirectory<T>(this T o) where T : ToolOptions => o.Modify(b => b.Remove(() => o.ProcessWorkingDirectory));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessExecutionTimeout))]
    public static T SetProcessExecutionTimeout<T>(this T o, int? v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExecutionTimeout, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessExecutionTimeout))]
    public static T ResetProcessExecutionTimeout<T>(this T o) where T : ToolOptions => o.Modify(b => b.Remove(() => o.ProcessExecutionTimeout));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessExecutionTimeout))]
    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan? v) where T : ToolOptions => o.SetProcessExecutionTimeout((int?)v?.TotalMilliseconds);

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessOutputLogging))]
    public static T SetProcessOutputLogging<T>(this T o, bool? v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessOutputLogging, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessOutputLogging))]
    public static T ResetProcessOutputLogging<T>(this T o) where T : ToolOptions => o.Modify(b => b.Remove(() => o.ProcessOutputLogging));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessOutputLogging))]
    public static T EnableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessOutputLogging, true));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessOutputLogging))]
    public static T DisableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessOutputLogging, false));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessOutputLogging))]
    public static T ToggleProcessOutputLogging<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessOutputLogging, o.ProcessOutputLogging != true));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessInvocationLogging))]
    public static T SetProcessInvocationLogging<T>(this T o, bool? v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessInvocationLogging, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessInvocationLogging))]
    public static T ResetProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.Modify(b => b.Remove(() => o.ProcessInvocationLogging));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessInvocationLogging))]
    public static T EnableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessInvocationLogging, true));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessInvocationLogging))]
    public static T DisableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessInvocationLogging, false));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessInvocationLogging))]
    public static T ToggleProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessInvocationLogging, o.ProcessInvocationLogging != true));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessExitHandling))]
    public static T SetProcessExitHandling<T>(this T o, bool? v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExitHandling, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessExitHandling))]
    public static T ResetProcessExitHandling<T>(this T o) where T : ToolOptions => o.Modify(b => b.Remove(() => o.ProcessExitHandling));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessExitHandling))]
    public static T EnableProcessExitHandling<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExitHandling, true));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessExitHandling))]
    public static T DisableProcessExitHandling<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExitHandling, false));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessExitHandling))]
    public static T ToggleProcessExitHandling<T>(this T o) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExitHandling, o.ProcessExitHandling != true));
}
