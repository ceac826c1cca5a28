using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Slipway.Workflows.Local.Reading;

/// <summary>What stands behind <c>on</c>.</summary>
internal static class TriggerReader
{
    public static ImmutableArray<string> Names(YamlSource yaml, YamlNode on) => on is YamlMappingNode
        ? [.. yaml.Entries(on, "`on`").Select(entry => entry.Name)]
        : yaml.Texts(on, "`on`");

    public static ImmutableArray<string> OnlyTags(YamlSource yaml, YamlNode on)
    {
        if (Find(yaml, on, "push") is not { } push || YamlSource.IsNothing(push))
            return [];
        var keys = yaml.Mapping(push, "`on.push`", "branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore");
        return keys.TryGetValue("tags", out var tags) && !keys.ContainsKey("branches") && !keys.ContainsKey("branches-ignore")
            ? yaml.Texts(tags, "`tags`")
            : [];
    }

    public static ImmutableArray<InputDefinition> Inputs(YamlSource yaml, YamlNode on)
    {
        if (Find(yaml, on, "workflow_dispatch") is not { } dispatch
            || !yaml.Mapping(dispatch, "`on.workflow_dispatch`", "inputs").TryGetValue("inputs", out var inputs)
            || YamlSource.IsNothing(inputs))
            return [];
        return [.. yaml.Entries(inputs, "`inputs`").Select(entry => Input(yaml, entry.Name, entry.Key, entry.Value))];
    }

    private static InputDefinition Input(YamlSource yaml, string name, YamlNode key, YamlNode node)
    {
        var keys = yaml.Mapping(node, $"the input {name}", "description", "required", "default", "type", "options", "deprecationMessage");
        var type = keys.TryGetValue("type", out var given) ? yaml.Text(given, "`type`") : "string";
        if (type is not ("string" or "boolean" or "number" or "choice" or "environment"))
            throw yaml.Wrong(given!, $"The input {name} has the type {type}.", "There are string, boolean, number, choice and environment.");
        var options = keys.TryGetValue("options", out var choices) ? yaml.Texts(choices, "`options`") : [];
        return type == "choice" && options.Length == 0
            ? throw yaml.Wrong(key, $"The input {name} is a choice and has no `options`.")
            : new InputDefinition(
                name,
                type,
                keys.TryGetValue("default", out var value) ? yaml.Text(value, "`default`") : null,
                keys.TryGetValue("required", out var required) && yaml.Text(required, "`required`") == "true",
                options);
    }

    private static YamlNode? Find(YamlSource yaml, YamlNode on, string trigger) => on is YamlMappingNode
        ? yaml.Entries(on, "`on`").FirstOrDefault(entry => entry.Name == trigger).Value
        : null;
}
