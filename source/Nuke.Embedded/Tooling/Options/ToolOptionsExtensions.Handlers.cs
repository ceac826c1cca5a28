namespace Nuke.Common.Tooling;

public static partial class ToolOptionsExtensions
{
    /// <summary>Gets every line while the process runs, in place of the log.</summary>
    public static T SetProcessLogger<T>(this T o, Action<OutputType, string>? v)
        where T : ToolOptions
        => o.With(x => x.ProcessLogger = v);

    /// <summary>Decides what the end of the process means, in place of the check for exit code 0.</summary>
    public static T SetProcessExitHandler<T>(this T o, Action<IProcess> v)
        where T : ToolOptions
        => o.With(x => x.ProcessExitHandler = (_, process) => Done(() => v(process)));

    public static T SetProcessExitHandler<T>(this T o, Func<IProcess, object?> v)
        where T : ToolOptions
        => o.With(x => x.ProcessExitHandler = (_, process) => v(process));

    public static T SetProcessExitHandler<T>(this T o, Action<T, IProcess> v)
        where T : ToolOptions
        => o.With(x => x.ProcessExitHandler = (options, process) => Done(() => v((T)options, process)));

    public static T SetProcessExitHandler<T>(this T o, Func<T, IProcess, object?> v)
        where T : ToolOptions
        => o.With(x => x.ProcessExitHandler = (options, process) => v((T)options, process));

    private static T With<T>(this T o, Action<T> change)
        where T : ToolOptions
    {
        var copy = o.Modify();
        change(copy);
        return copy;
    }

    private static object? Done(Action action)
    {
        action();
        return null;
    }
}
