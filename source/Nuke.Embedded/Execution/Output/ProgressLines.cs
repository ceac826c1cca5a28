using System.Globalization;

namespace Nuke.Common.Execution;

/// <summary>One line per running target below the log of a terminal.</summary>
internal sealed class ProgressLines
{
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
            // One target alone shows its own log; what runs beside it needs a line.
            _running = running.Count == 1 && running[0] == shown ? [] : [.. running];
            _timer.Change(_running.Count == 0 ? Timeout.InfiniteTimeSpan : Interval, _running.Count == 0 ? Timeout.InfiniteTimeSpan : Interval);
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
            var width = Math.Max(Console.WindowWidth, 20);
            foreach (var block in _running)
            {
                var elapsed = BuildConsole.Format(_clock.GetElapsedTime(block.Started));
                var text = $"… {block.Name}  {elapsed}  {Message(block.LastLine)}";
                _output.WriteLine(text.Length < width ? text : text[..(width - 1)]);
            }

            _drawn = _running.Count;
            _output.Flush();
        }
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
        var text = StripAnsi(line);
        return text.Length > 13 && text[2] == ':' && text[5] == ':' ? text[13..].TrimStart() : text;
    }

    private static string StripAnsi(string text)
    {
        while (text.IndexOf('\x1b', StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf('m', start);
            text = end < 0 ? text[..start] : text.Remove(start, end - start + 1);
        }

        return text.Trim();
    }
}
