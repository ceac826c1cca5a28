using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Passes whole lines on, so that lines of targets that run side by side do not mix and secrets are found.</summary>
internal sealed class LineWriter(Action<string> writeLine) : TextWriter
{
    private readonly AsyncLocal<StringBuilder?> _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        var line = _line.Value ??= new StringBuilder();
        if (value == '\n')
        {
            if (line is [.., '\r'])
                line.Length--;
            var text = line.ToString();
            line.Clear();
            writeLine(text);
        }
        else
        {
            line.Append(value);
        }
    }

    // Called when the process ends; a last line without an end would be lost.
    public override void Flush()
    {
        if (_line.Value is { Length: > 0 } line)
        {
            var text = line.ToString();
            line.Clear();
            writeLine(text);
        }
    }
}
