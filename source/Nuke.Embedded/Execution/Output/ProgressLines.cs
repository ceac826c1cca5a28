using System.Globalization;

namespace Nuke.Common.Execution;

/// <summary>One line per running target below the log of a terminal.</summary>
internal sealed class ProgressLines
{
    // Wider than any window.
    private const int MaximumLength = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly TextWriter _output;
    private readonly TimeProvider _clock;
    private readonly Lock _lock;
    private readonly ITimer _timer;
    private IReadOnlyList<OutputBlock> _running = [];
    private int _drawn;

    /// <param name="consoleLock">Held by whoever writes to the output.</param>
    public ProgressLines(TextWriter output, TimeProvider clock, Lock consoleLock)
    {
        _lock = consoleLock;
        _output = output;
        _clock = clock;
        _timer = clock.CreateTimer(_ => Redraw(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Update(IReadOnlyList<OutputBlock> running, OutputBlock? shown)
    {
        lock (_lock)
        {
            Clear();
            // One target alone shows its own log; what runs beside it needs a line.
            _running = running.Count == 1 && running[0] == shown ? [] : [.. running];
            _timer.Change(_running.Count == 0 ? Timeout.InfiniteTimeSpan : Interval, _running.Count == 0 ? Timeout.InfiniteTimeSpan : Interval);
            Draw();
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            if (_drawn > 0)
                _output.Write(string.Create(CultureInfo.InvariantCulture, $"\x1b[{_drawn}F\x1b[J"));
            _drawn = 0;
        }
    }

    public void Draw()
    {
        lock (_lock)
        {
            if (_running.Count > 0)
                DrawRunning();
            _output.Flush();
        }
    }

    // Lines that are wider than they look must not wrap, and more lines than the window has cannot be erased.
    private void DrawRunning()
    {
        var width = Math.Max(Console.WindowWidth, 20);
        _drawn = Math.Min(_running.Count, Math.Max(Console.WindowHeight - 1, 1));
        _output.Write("\x1b[?7l");
        foreach (var block in _running.Take(_drawn))
        {
            var elapsed = BuildConsole.Format(_clock.GetElapsedTime(block.Started));
            var text = $"… {block.Name}  {elapsed}  {Message(block.LastLine)}";
            _output.WriteLine(text.Length < width ? text : text[..(width - 1)]);
        }

        _output.Write("\x1b[?7h");
    }

    private void Redraw()
    {
        lock (_lock)
        {
            Clear();
            Draw();
        }
    }

    // The message of a log line; the time and level before it say nothing here.
    private static string Message(string line)
    {
        var text = Printable(line);
        return text.Length > 13 && text[2] == ':' && text[5] == ':' ? text[13..].TrimStart() : text;
    }

    // Without control sequences, which end with a letter, and control characters; only the first line.
    private static string Printable(string text)
    {
        var result = new System.Text.StringBuilder();
        var isSequence = false;
        foreach (var character in text)
        {
            if (character == '\n' || result.Length == MaximumLength)
                break;
            if (character == '\x1b')
                isSequence = true;
            else if (isSequence)
                isSequence = !char.IsAsciiLetter(character);
            else
                result.Append(char.IsControl(character) ? ' ' : character);
        }

        return result.ToString().Trim();
    }
}
