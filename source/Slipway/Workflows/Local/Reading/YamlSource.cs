using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Workflows.Local.Expressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Workflows.Local.Reading;

/// <summary>A YAML file whose parts know where they stand.</summary>
internal sealed partial class YamlSource(string path)
{
    public YamlNode Load(string text)
    {
        try
        {
            YamlBounds.Check(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1
                ? stream.Documents[0].RootNode
                : throw new SlipwayException(ErrorKind.Configuration, "The workflow file is empty, or has several documents.", location: new SourceLocation(path));
        }
        catch (YamlException exception)
        {
            throw NotYaml(exception, new SourceLocation(path, (int)exception.Start.Line, (int)exception.Start.Column));
        }
        // What the parser does not expect is an error of the file all the same.
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            throw NotYaml(exception, new SourceLocation(path));
        }
    }

    private static SlipwayException NotYaml(Exception exception, SourceLocation place) => new(
        ErrorKind.Configuration,
        $"This is not YAML: {exception.InnerException?.Message ?? exception.Message}",
        location: place,
        cause: exception);

    public SourceLocation LocationOf(YamlNode node) => new(path, (int)node.Start.Line, (int)node.Start.Column);

    public SlipwayException Wrong(YamlNode node, string message, string? hint = null) =>
        new(ErrorKind.Configuration, message, hint, LocationOf(node));

    /// <summary>The entries of a mapping; with <paramref name="known"/>, any other key is an error.</summary>
    public IReadOnlyDictionary<string, YamlNode> Mapping(YamlNode node, string what, params string[] known)
    {
        if (IsNothing(node))
            return ImmutableDictionary<string, YamlNode>.Empty;
        var unknown = Entries(node, what).FirstOrDefault(entry => known.Length > 0 && !known.Contains(entry.Name));
        return unknown.Key is null
            ? Entries(node, what).ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal)
            : throw Wrong(unknown.Key, $"`{unknown.Name}` is not a key of {what}.", $"There are {string.Join(", ", known)}.");
    }

    /// <summary>The entries of a mapping in the file's order.</summary>
    public IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Entries(YamlNode node, string what) => node is YamlMappingNode mapping
        ? mapping.Children.Select(child => (Text(child.Key, $"a key of {what}"), child.Key, child.Value))
        : throw Wrong(node, $"{Capital(what)} must be a mapping of names to values.");

    public string Text(YamlNode node, string what) => node is YamlScalarNode scalar
        ? scalar.Value ?? ""
        : throw Wrong(node, $"{Capital(what)} must be a single value.");

    /// <summary>A list, or a single value that stands for a list of one.</summary>
    public ImmutableArray<string> Texts(YamlNode node, string what) => node switch
    {
        YamlSequenceNode sequence => [.. sequence.Children.Select(child => Text(child, $"an entry of {what}"))],
        _ when IsNothing(node) => [],
        _ => [Text(node, what)],
    };

    public Template Template(YamlNode node, string what) => node is YamlScalarNode scalar
        ? Template(scalar)
        : throw Wrong(node, $"{Capital(what)} must be a single value.");

    public ValueTemplate Value(YamlNode node) => node switch
    {
        YamlSequenceNode sequence => new ValueTemplate.List([.. sequence.Children.Select(Value)]),
        YamlMappingNode => new ValueTemplate.Map(
            [.. Entries(node, "this").Select(entry => KeyValuePair.Create(entry.Name, Value(entry.Value)))]),
        _ => new ValueTemplate.Scalar(Template((YamlScalarNode)node)),
    };

    /// <summary>Names with single values, such as <c>env</c>; all of them may also come from one expression.</summary>
    public ValueTemplate Values(YamlNode node, string what)
    {
        if (IsNothing(node))
            return ValueTemplate.Nothing;
        var value = Value(node);
        if (value is ValueTemplate.List || (value is ValueTemplate.Map map && map.Entries.Any(entry => entry.Value is not ValueTemplate.Scalar)))
            throw Wrong(node, $"{what} must be a mapping of names to single values.");
        return value is ValueTemplate.Scalar && !Text(node, what).Contains("${{", StringComparison.Ordinal)
            ? throw Wrong(node, $"{what} must be a mapping of names to single values.")
            : value;
    }

    public static bool IsNothing(YamlNode node) => node is YamlScalarNode scalar && Type(scalar) is ExpressionValue.Null;

    private Template Template(YamlScalarNode node) => Type(node) is ExpressionValue.Text text
        ? Expressions.Template.Parse(text.Value, LocationOf(node))
        : Expressions.Template.Of(Type(node));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // What is not quoted may be more than a text: 1.10 is the number 1.1, for GitHub too.
    private static ExpressionValue Type(YamlScalarNode node) => (node.Style, node.Value) switch
    {
        (not ScalarStyle.Plain, var text) => ExpressionValue.Of(text ?? ""),
        (_, null or "" or "~" or "null" or "Null" or "NULL") => ExpressionValue.Nothing,
        (_, "true" or "True" or "TRUE") => ExpressionValue.Of(true),
        (_, "false" or "False" or "FALSE") => ExpressionValue.Of(false),
        (_, var text) => NumberPattern().IsMatch(text) ? ExpressionValue.Of(ExpressionValue.ParseNumber(text)) : ExpressionValue.Of(text),
    };

    [GeneratedRegex(@"\A(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+|0o[0-7]+)\z")]
    private static partial Regex NumberPattern();
}
