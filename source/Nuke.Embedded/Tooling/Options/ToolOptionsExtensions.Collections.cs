namespace Nuke.Common.Tooling;

public static partial class ToolOptionsExtensions
{
    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessRedactedSecrets))]
    public static T SetProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessRedactedSecrets, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessRedactedSecrets))]
    public static T SetProcessRedactedSecrets<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessRedactedSecrets, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessRedactedSecrets))]
    public static T AddProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessRedactedSecrets, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessRedactedSecrets))]
    public static T AddProcessRedactedSecrets<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessRedactedSecrets, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessRedactedSecrets))]
    public static T RemoveProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o.Modify(b => b.RemoveCollection(() => o.ProcessRedactedSecrets, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessRedactedSecrets))]
    public static T RemoveProcessRedactedSecrets<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.Modify(b => b.RemoveCollection(() => o.ProcessRedactedSecrets, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessRedactedSecrets))]
    public static T ClearProcessRedactedSecrets<T>(this T o) where T : ToolOptions => o.Modify(b => b.ClearCollection(() => o.ProcessRedactedSecrets));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessAdditionalArguments))]
    public static T SetProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessAdditionalArguments, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessAdditionalArguments))]
    public static T SetProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessAdditionalArguments, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessAdditionalArguments))]
    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessAdditionalArguments, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessAdditionalArguments))]
    public static T AddProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessAdditionalArguments, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessAdditionalArguments))]
    public static T RemoveProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions => o.Modify(b => b.RemoveCollection(() => o.ProcessAdditionalArguments, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessAdditionalArguments))]
    public static T RemoveProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions => o.Modify(b => b.RemoveCollection(() => o.ProcessAdditionalArguments, v));

    [Builder(Type = typeof(ToolOptions), Property = nameof(ToolOptions.ProcessAdditionalArguments))]
    public static T ClearProcessAdditionalArguments<T>(this T o) where T : ToolOptions => o.Modify(b => b.ClearCollection(() => o.ProcessAdditionalArguments));
}
