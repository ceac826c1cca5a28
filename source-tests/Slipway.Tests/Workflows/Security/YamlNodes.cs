using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>Looks into YAML without asking first whether something is there.</summary>
internal static class YamlNodes
{
    public static YamlNode? Child(this YamlNode? node, string key) => node.Entries().FirstOrDefault(entry => entry.Key == key).Value;

    public static IEnumerable<(string Key, YamlNode Value, int Line)> Entries(this YamlNode? node) =>
        node is YamlMappingNode mapping
            ? mapping.Select(pair => (pair.Key.Text() ?? "", pair.Value, pair.Key.Line()))
            : [];

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode sequence ? sequence : [];

    /// <summary>The texts of a list, or of a single one in its place.</summary>
    public static IEnumerable<YamlScalarNode> Scalars(this YamlNode? node) =>
        node is YamlScalarNode scalar ? [scalar] : node.Items().OfType<YamlScalarNode>();

    public static string? Text(this YamlNode? node) => (node as YamlScalarNode)?.Value;

    public static int Line(this YamlNode node) => (int)node.Start.Line;

    /// <summary>Every text below, with the keys that lead to it; list items have no key.</summary>
    public static IEnumerable<(IReadOnlyList<string> Path, YamlScalarNode Node)> Texts(this YamlNode? node, params IReadOnlyList<string> path) => node switch
    {
        YamlScalarNode scalar => [(path, scalar)],
        YamlSequenceNode sequence => sequence.SelectMany(item => item.Texts(path)),
        YamlMappingNode => node.Entries().SelectMany(entry => entry.Value.Texts([.. path, entry.Key])),
        _ => [],
    };

    /// <summary>The lines of a text with their numbers in the file.</summary>
    public static IEnumerable<(string Text, int Number)> Lines(this YamlNode? node)
    {
        if (node is not YamlScalarNode { Value: { } text } scalar)
            return [];
        // A block's text begins below the sign that announces it.
        var first = scalar.Line() + (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? 1 : 0);
        return text.Split('\n').Select((line, index) => (line, first + index));
    }
}
