using System.Globalization;

namespace Nuke.Common.Execution;

/// <summary>
/// The one place that writes to the console. Targets run side by side, so each target's lines are kept together: the
/// oldest running target is shown as it goes, the others when it has ended.
/// </summary>
internal sealed class BuildConsole
{
    private static readonly AsyncLocal<OutputBlock?> CurrentBlock = new();

    private readonly TextWriter _output;
    private readonly TimeProvider _clock;
    private readonly ProgressLines? _progress;
    private readonly Lock _lock = new();
    private readonly List<OutputBlock> _open = [];
    private readonly List<OutputBlock> _waiting = [];
    private readonly List<string> _between = [];
    private OutputBlock? _shown;

    private OutputStream? _stream;

    public BuildConsole(TextWriter output, bool usesAnsi, bool showsProgress, TimeProvider clock)
    {
        _output = output;
        _clock = clock;
        UsesAnsi = usesAnsi;
        _progress = showsProgress ? new ProgressLines(output, clock, _lock) : null;
    }

    public static BuildConsole Current { get; private set; } = ForProcess(hasColors: false);

    /// <summary>Why output is missing, if any is.</summary>
    public IOException? Failure => _stream?.Failure;

    public bool UsesAnsi { get; }

    /// <summary>Sends everything that is written to <see cref="Console"/> through here.</summary>
    public static void Install(Host host)
    {
        Current = ForProcess(host.SupportsAnsi);
        Console.SetOut(new LineWriter(() => CurrentBlock.Value, x => Current.WriteLine(x)));
        Console.SetError(new LineWriter(() => CurrentBlock.Value, x => Current.WriteLine(x)));
    }

    public string Paint(string text, string color) => UsesAnsi && text.Length > 0 ? $"\x1b[{color}m{text}\x1b[0m" : text;

    public void WriteLine(string text = "") => WriteUnmasked(SecretMask.Apply(text));

    /// <summary>For the commands that tell a server which values to mask.</summary>
    public void WriteUnmasked(string text)
    {
        var block = CurrentBlock.Value;
        lock (_lock)
        {
            block?.LastLine = text;
            // What still writes after its target has ended must not get between the lines of another one.
            if (block is { IsClosed: false })
                Add(block.Pending, text);
            else
                Add(_shown != null ? _between : null, text);
        }
    }

    /// <summary>Everything written by this flow of execution belongs to the target until the result is disposed.</summary>
    public IDisposable OpenTarget(string name)
    {
        var block = new OutputBlock(name, _clock.GetTimestamp());
        CurrentBlock.Value = block;
        lock (_lock)
        {
            _open.Add(block);
            ShowNext();
        }

        return new Closing(() => Close(block));
    }

    public void Flush()
    {
        lock (_lock)
        {
            _progress?.Clear();
            _output.Flush();
        }
    }

    private void Add(List<string>? lines, string text)
    {
        if (lines != null)
            lines.Add(text);
        else
            Show([text]);
    }

    private static BuildConsole ForProcess(bool hasColors)
    {
        var isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var ansi = WantsColors(hasColors, isDumb);
        var progress = !Console.IsOutputRedirected && ansi && !isDumb && Environment.GetEnvironmentVariable("CI") == null;
        var stream = OutputStream.Open();
        var output = new StreamWriter(stream, new System.Text.UTF8Encoding(false), 4096) { NewLine = "\n", AutoFlush = false };
        return new BuildConsole(output, ansi, progress, TimeProvider.System) { _stream = stream };
    }

    // https://no-color.org and https://bixense.com/clicolors
    private static bool WantsColors(bool hasColors, bool isDumb)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
            return false;
        if (Environment.GetEnvironmentVariable("CLICOLOR_FORCE") is not (null or "" or "0"))
            return true;
        return hasColors || (!Console.IsOutputRedirected && !isDumb);
    }

    private void Close(OutputBlock block)
    {
        CurrentBlock.Value = null;
        lock (_lock)
        {
            block.IsClosed = true;
            _open.Remove(block);
            if (_shown == block)
                _shown = null;
            else
                _waiting.Add(block);
            ShowNext();
        }
    }

    private void ShowNext()
    {
        if (_shown != null)
        {
            _progress?.Update(_open, _shown);
            return;
        }

        Show(_between);
        _between.Clear();
        foreach (var ended in _waiting)
            Show(ended.Pending!);
        _waiting.Clear();
        if (_open.Count > 0)
        {
            _shown = _open[0];
            Show(_shown.Pending!);
            _shown.Pending = null;
        }

        _progress?.Update(_open, _shown);
    }

    private void Show(IReadOnlyList<string> lines)
    {
        _progress?.Clear();
        foreach (var line in lines)
            _output.WriteLine(line);
        _output.Flush();
        _progress?.Draw();
    }

    private sealed class Closing(Action close) : IDisposable
    {
        private Action? _close = close;

        public void Dispose() => Interlocked.Exchange(ref _close, null)?.Invoke();
    }

    /// <summary>A duration to the tenth of a second: <c>4.1 s</c>, <c>1:05.2</c>, <c>1:02:03.4</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        var tenths = (long)Math.Round(duration.TotalSeconds * 10, MidpointRounding.AwayFromZero);
        var (tenth, second, minute, hour) = (tenths % 10, tenths / 10 % 60, tenths / 600 % 60, tenths / 36_000);
        return (hour, minute) switch
        {
            (0, 0) => string.Create(CultureInfo.InvariantCulture, $"{second}.{tenth} s"),
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{minute}:{second:00}.{tenth}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{hour}:{minute:00}:{second:00}.{tenth}"),
        };
    }
}
