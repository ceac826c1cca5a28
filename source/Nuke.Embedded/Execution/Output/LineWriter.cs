using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Passes whole lines on, so that lines of targets that run side by side do not mix and secrets are found.</summary>
/// <param name="owner">What is writing right now: threads of one owner write one line together.</param>
internal sealed class LineWriter(Func<object?> owner, Action<string> writeLine) : TextWriter
{
    private static readonly object Nobody = new();

    // Only touched under the lock that the console holds around its writers.
    private readonly Dictionary<object, StringBuilder> _unfinished = [];

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var current = owner() ?? Nobody;
        while (buffer.IndexOf('\n') is >= 0 and var end)
        {
            var line = buffer[..end];
            buffer = buffer[(end + 1)..];
            var text = _unfinished.Remove(current, out var begun) ? begun.Append(line).ToString() : line.ToString();
            writeLine(text.EndsWith('\r') ? text[..^1] : text);
        }

        if (buffer.IsEmpty)
            return;
        if (!_unfinished.TryGetValue(current, out var rest))
            _unfinished[current] = rest = new StringBuilder();
        rest.Append(buffer);
    }

    /// <summary>Ends the line of the owner, or all lines when nobody owns the moment.</summary>
    public override void Flush()
    {
        if (owner() is { } current)
        {
            End(current);
            return;
        }

        foreach (var other in _unfinished.Keys.ToList())
            End(other);
    }

    private void End(object current)
    {
        if (_unfinished.Remove(current, out var line))
            writeLine(line.ToString());
    }
}
