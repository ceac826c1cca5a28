using Tomlyn;

namespace Slipway.Toml;

/// <summary>A TOML file as a tree in which every value knows its place.</summary>
/// <param name="Path">What errors call the file.</param>
/// <param name="FirstLine">The line of the file that the text begins on.</param>
internal sealed record TomlFile(string Path, TomlGroup Root, int FirstLine = 1)
{
    private const string Hint = "Let cargo or git restore the file.";

    /// <exception cref="SlipwayException">The text is no TOML.</exception>
    public static TomlFile Parse(string text, string path, int firstLine = 1, string? hint = null)
    {
        try
        {
            return new TomlFile(path, TomlTreeBuilder.Build(text), firstLine);
        }
        catch (TomlException exception)
        {
            throw Error(path, firstLine, exception.Line, exception.Column, $"it is not TOML: {Reason(exception)}", hint);
        }
        // What the parser does not expect, such as a number that no type holds, is an error of the file all the same.
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw Error(path, firstLine, null, null, $"it is not TOML: {exception.Message}", hint);
        }
    }

    public SlipwayException Error(TomlNode node, string message, string? hint = null) =>
        Error(Path, FirstLine, node.Line, node.Column, message, hint);

    public SourceLocation LocationOf(TomlNode node) => new(Path, Math.Max(node.Line, 1) + FirstLine - 1);

    public string Text(TomlGroup group, string key) => group[key] switch
    {
        TomlText text => text.Value,
        null => throw Error(group, $"'{key}' is missing"),
        var other => throw Error(other, $"'{key}' is no text"),
    };

    public string? OptionalText(TomlGroup group, string key) => group[key] is null ? null : Text(group, key);

    public IReadOnlyList<TomlText> Texts(TomlGroup group, string key) => group[key] switch
    {
        null => [],
        TomlList list when list.Items.TrueForAll(item => item is TomlText) => [.. list.Items.Cast<TomlText>()],
        var other => throw Error(other, $"'{key}' is no list of texts"),
    };

    public IReadOnlyList<TomlNode> Items(TomlGroup group, string key) => group[key] switch
    {
        null => [],
        TomlList list => list.Items,
        var other => throw Error(other, $"'{key}' is no list"),
    };

    public TomlGroup? Group(TomlGroup group, string key) => group[key] switch
    {
        null => null,
        TomlGroup inner => inner,
        var other => throw Error(other, $"'{key}' is no table"),
    };

    private static SlipwayException Error(string path, int firstLine, int? line, int? column, string message, string? hint) => new(
        ErrorKind.Configuration,
        $"{System.IO.Path.GetFileName(path)} cannot be used: {message}.",
        hint ?? Hint,
        new SourceLocation(path, line is > 0 ? line + firstLine - 1 : firstLine, line is > 0 && column is > 0 ? column : null));

    private static string Reason(TomlException exception)
    {
        var text = exception.Message.Split('\n')[0].Trim();
        var mark = text.IndexOf(": error : ", StringComparison.Ordinal);
        return (mark < 0 ? text : text[(mark + ": error : ".Length)..]).TrimEnd('.');
    }
}
