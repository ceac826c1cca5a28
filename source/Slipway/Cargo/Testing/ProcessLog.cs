using Slipway.Processes;

namespace Slipway.Cargo.Testing;

/// <summary>What a test process wrote; of very much only the end.</summary>
internal sealed class ProcessLog
{
    private const int LongestText = 1024 * 1024;

    private readonly Queue<ToolLine> _lines = new();
    private int _length;

    /// <summary>Its standard output, line by line.</summary>
    public IEnumerable<string> Output => _lines.Where(line => !line.IsError).Select(line => line.Text);

    public void Add(ToolLine line)
    {
        // Libtest says so of the log file, without ending the line.
        if (line.IsError && line.Text.StartsWith("warning: `--logfile` is deprecated", StringComparison.Ordinal))
            line = line with { Text = line.Text["warning: `--logfile` is deprecated".Length..] };
        if (line is { IsError: true, Text: "" })
            return;
        _lines.Enqueue(line);
        _length += line.Text.Length + 1;
        while (_length > LongestText && _lines.Count > 1)
            _length -= _lines.Dequeue().Text.Length + 1;
    }

    public override string ToString() => string.Join('\n', _lines.Select(line => line.Text)).Trim('\n');
}
