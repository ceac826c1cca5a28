using System.Text;

namespace Slipway.Workflows;

/// <summary>Writes the YAML of workflows: two spaces a level, lists inside their key's level, LF.</summary>
internal sealed class YamlWriter
{
    // A truth value for YAML 1.1, which GitHub does not read; everybody writes it plain.
    private const string TriggerKey = "on";
    private const int LongestFlow = 100;

    private readonly StringBuilder _text = new();
    private int _level;
    private bool _startsItem;

    public void Comment(string? text)
    {
        if (text != null)
            Line($"# {text}");
    }

    public void Blank() => _text.Append('\n');

    /// <summary>A key without a value, or with the value as it stands.</summary>
    public void Key(string key, string? verbatim = null, string? comment = null) =>
        Line($"{(key == TriggerKey ? key : YamlScalar.Of(key))}:{(verbatim == null ? "" : " " + verbatim)}{(comment == null ? "" : " # " + comment)}");

    public void Value(string key, WorkflowText value)
    {
        if (value.IsText && value.Value.Contains('\n', StringComparison.Ordinal) && IsBlock(value.Value))
        {
            Key(key, "|");
            Nest(() =>
            {
                foreach (var line in value.Value.Split('\n'))
                {
                    if (line.Length == 0)
                        Blank();
                    else
                        Line(line);
                }
            });
        }
        else
        {
            Key(key, value.IsText ? YamlScalar.Of(value.Value) : value.Value);
        }
    }

    /// <summary>A list in one line where it fits.</summary>
    public void List(string key, IReadOnlyCollection<string> items)
    {
        var flow = $"[{string.Join(", ", items.Select(item => YamlScalar.Of(item, inFlow: true)))}]";
        if (flow.Length <= LongestFlow)
        {
            Key(key, flow);
            return;
        }

        Key(key);
        Nest(() =>
        {
            foreach (var item in items)
                Item(() => Line(YamlScalar.Of(item)));
        });
    }

    public void Map(string key, Action content)
    {
        Key(key);
        Nest(content);
    }

    public void Nest(Action content)
    {
        _level++;
        content();
        _level--;
    }

    /// <summary>An item of a list; its first line gets the dash.</summary>
    public void Item(Action content)
    {
        _startsItem = true;
        Nest(content);
        _startsItem = false;
    }

    public override string ToString() => _text.ToString();

    private void Line(string text)
    {
        var indent = _level * 2;
        if (_startsItem)
            _text.Append(' ', indent - 2).Append("- ");
        else
            _text.Append(' ', indent);
        _startsItem = false;
        _text.Append(text).Append('\n');
    }

    // A block keeps lines as they are. The first one says how far all are indented, and empty ones at the end are lost.
    private static bool IsBlock(string text) =>
        text[0] is not (' ' or '\n') && text[^1] != '\n'
        && text.Split('\n').All(line => (line.Length == 0 || line.Any(c => c != ' ')) && !line.Any(char.IsControl));
}
