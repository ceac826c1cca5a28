using System.Collections.Concurrent;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Base of tool wrappers: knows where the tool is, how it runs and what its output means.</summary>
public abstract partial class ToolTasks
{
    private static readonly ConcurrentDictionary<Type, string> Paths = new();

    private string VariableName => ToolPathResolver.VariableName(TrimSuffix(GetType().Name));

    /// <summary>Names the program for all uses of this wrapper; <c>null</c> takes it back.</summary>
    protected internal void SetToolPath(string? path)
    {
        if (path == null)
            Paths.TryRemove(GetType(), out _);
        else
            Paths[GetType()] = path;
    }

    /// <summary>The program: what the options say, what was set, what <c>NAME_EXE</c> says, what the class says.</summary>
    protected internal string GetToolPathInternal(ToolOptions? options = null)
        => options?.ProcessToolPath
            ?? Paths.GetValueOrDefault(GetType())
            ?? ToolPathResolver.TryGetEnvironmentExecutable(VariableName)
            ?? GetToolPath(options);

    // Overrides say nullable or not, as they like.
#nullable disable annotations
    /// <summary>Where the tool is, when nobody says otherwise.</summary>
    protected virtual string GetToolPath(ToolOptions options = null)
#nullable restore annotations
        => GetType().GetCustomAttribute<ToolAttribute>(inherit: true)?.GetToolPath(options)
            ?? throw new InvalidOperationException(
                $"Where '{TrimSuffix(GetType().Name)}' is, is not known. Give {GetType().Name} a [PathTool], override {nameof(GetToolPath)}, or set {VariableName}.");

    private static string TrimSuffix(string name) => name.EndsWith("Tasks", StringComparison.Ordinal) ? name[..^"Tasks".Length] : name;
}
