using System.Globalization;

namespace Nuke.Common.Tooling;

public static partial class ToolOptionsExtensions
{
    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T SetProcessEnvironmentVariables<T>(this T o, IReadOnlyDictionary<string, string> v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessEnvironmentVariables, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T ResetProcessEnvironmentVariables<T>(this T o) where T : ToolOptions => o.Modify(b => b.Remove(() => o.ProcessEnvironmentVariables));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T AddProcessEnvironmentVariables<T>(this T o, IReadOnlyDictionary<string, string> v) where T : ToolOptions => o.ModifyEnvironment(b => b.AddDictionary(() => o.ProcessEnvironmentVariables, v));

    /// <summary>Adds a variable; it must be new.</summary>
    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T AddProcessEnvironmentVariable<T>(this T o, string k, string v) where T : ToolOptions => o.ModifyEnvironment(b => b.AddDictionary(() => o.ProcessEnvironmentVariables, k, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T AddProcessEnvironmentVariable<T>(this T o, string k, object v) where T : ToolOptions => o.AddProcessEnvironmentVariable(k, Text(v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T SetProcessEnvironmentVariable<T>(this T o, string k, string v) where T : ToolOptions => o.ModifyEnvironment(b => b.SetDictionary(() => o.ProcessEnvironmentVariables, k, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T SetProcessEnvironmentVariable<T>(this T o, string k, object v) where T : ToolOptions => o.SetProcessEnvironmentVariable(k, Text(v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T RemoveProcessEnvironmentVariable<T>(this T o, string k) where T : ToolOptions => o.ModifyEnvironment(b => b.RemoveDictionary(() => o.ProcessEnvironmentVariables, k));

    /// <summary>Leaves the process without any variable.</summary>
    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessEnvironmentVariables))]
    public static T ClearProcessEnvironmentVariables<T>(this T o) where T : ToolOptions => o.Modify(b => b.ClearDictionary(() => o.ProcessEnvironmentVariables));

    // Changes start from the environment of the build.
    private static T ModifyEnvironment<T>(this T o, Action<IOptions> modification)
        where T : ToolOptions
        => (o.HasEnvironment ? o : o.SetProcessEnvironmentVariables(o.ProcessEnvironmentVariables)).Modify(modification);

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
