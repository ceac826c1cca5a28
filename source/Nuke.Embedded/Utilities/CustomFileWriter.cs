namespace Nuke.Common.Utilities;

/// <summary>Writes indented lines, which end in a line feed on every system.</summary>
public class CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
{
    private int _level;

    /// <summary>Writes a line at the current indentation.</summary>
    public void WriteLine(string? text = null)
    {
        if (!string.IsNullOrEmpty(text))
        {
            streamWriter.Write(new string(' ', _level * indentationFactor));
            streamWriter.Write(text);
        }

        streamWriter.Write('\n');
    }

    /// <summary>Writes a line as a comment.</summary>
    public void WriteComment(string? text = null) =>
        WriteLine(string.IsNullOrEmpty(text) ? commentPrefix : $"{commentPrefix} {text}");

    /// <summary>Lets the action write.</summary>
    public void Write(Action<CustomFileWriter> writer) => writer(this);

    /// <summary>Indents what is written until the result is disposed.</summary>
    public IDisposable Indent() => DelegateDisposable.CreateBracket(() => _level++, () => _level--);
}
