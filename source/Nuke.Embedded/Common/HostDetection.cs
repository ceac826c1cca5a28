using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>Finds out where the build runs.</summary>
internal static class HostDetection
{
    private static readonly Type[] Own = [typeof(GitHubActions), typeof(Rider), typeof(VSCode), typeof(VisualStudio), typeof(Terminal)];

    /// <summary>The types a host can be given by; builds may declare their own.</summary>
    public static IEnumerable<Type> Types
        => (Assembly.GetEntryAssembly()?.GetTypes().Where(x => x is { IsPublic: true, IsAbstract: false } && x.IsSubclassOf(typeof(Host))) ?? [])
            .Concat(Own)
            .Distinct();

    public static Host Detect()
    {
        var given = ParameterService.Current?.GetBuiltIn<string>(BuiltInParameters.Host);
        return given != null ? Parse(given) : Create(Types.Where(IsRunning).OrderBy(Rank).First());
    }

    public static Host Parse(string name)
    {
        var type = Types.FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? Types.FirstOrDefault(x => x.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new BuildUsageException(
                $"--host {name}: no such host.{Suggestion.For(name, Types.Select(x => x.Name))} Hosts: {string.Join(", ", Types.Select(x => x.Name).Order(StringComparer.Ordinal))}.");
        return Create(type);
    }

    private static Host Create(Type type)
    {
        if (type == typeof(Terminal))
            return new Terminal();
        if (type == typeof(GitHubActions))
            return GitHubActions.Create();
        return (Host)Activator.CreateInstance(type, nonPublic: true)!;
    }

    private static bool IsRunning(Type type)
        => type.GetProperty("IsRunning" + type.Name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(null) is true;

    // Servers before terminals, special terminals before the plain one.
    private static int Rank(Type type)
        => typeof(IBuildServer).IsAssignableFrom(type) ? 0 : type == typeof(Terminal) ? 2 : 1;
}

/// <summary>Hosts by name.</summary>
internal sealed class HostTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => HostDetection.Parse((string)value);
}
