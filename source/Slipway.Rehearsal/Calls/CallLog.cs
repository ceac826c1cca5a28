using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Rehearsal.Calls;

/// <summary>Every request, in the order of their ends; also in a file, one JSON object a line, so that it outlives a crash.</summary>
public sealed class CallLog
{
    private readonly Lock _lock = new();
    private readonly List<Call> _calls = [];
    private readonly Redaction _redaction;
    private readonly string? _file;

    internal CallLog(Redaction redaction, string? file = null)
    {
        (_redaction, _file) = (redaction, file);
        if (file is not null)
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    public ImmutableArray<Call> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    internal void Add(Call call)
    {
        var clean = call with { Path = _redaction.Clean(call.Path) };
        lock (_lock)
        {
            _calls.Add(clean);
            if (_file is not null)
                File.AppendAllText(_file, JsonSerializer.Serialize(clean, CallJson.Default.Call) + "\n");
        }
    }
}
