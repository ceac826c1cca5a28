using System.Reflection;

namespace Nuke.Common.Tooling;

public abstract partial class ToolOptions
{
    /// <summary>The arguments, each quoted where needed.</summary>
    internal IEnumerable<string> GetArguments()
    {
        if (GetType().GetCustomAttribute<CommandAttribute>(inherit: true)?.Arguments is { Length: > 0 } command)
            yield return command;

        var order = SetProperties.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        var arguments = ArgumentProperties()
            .Where(x => order.ContainsKey(x.Property.Name))
            .OrderBy(x => x.Argument.Position switch { > 0 => -1, 0 => 0, < 0 => 1 })
            .ThenBy(x => x.Argument.Position)
            .ThenBy(x => order[x.Property.Name])
            .SelectMany(x => ArgumentRendering.Render(x.Argument, x.Property, this));
        foreach (var argument in arguments)
            yield return argument;
        foreach (var argument in ProcessAdditionalArguments ?? [])
            yield return argument;
    }

    /// <summary>The values to keep out of logs.</summary>
    internal IReadOnlyCollection<string> GetSecrets() =>
    [
        .. ProcessRedactedSecrets ?? [],
        .. ArgumentProperties()
            .Where(x => x.Argument.Secret && IsSet(x.Property.Name))
            .SelectMany(x => ArgumentRendering.Values(x.Argument, x.Property, this)),
    ];

    private IEnumerable<(PropertyInfo Property, ArgumentAttribute Argument)> ArgumentProperties()
        => GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(x => (Property: x, Argument: x.GetCustomAttribute<ArgumentAttribute>(inherit: true)!))
            .Where(x => x.Argument != null);
}
