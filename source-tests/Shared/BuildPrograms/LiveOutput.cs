using System.Collections.Concurrent;
using CliWrap;

namespace Shared.BuildPrograms;

/// <summary>What a program writes, which can be read while it still writes: a StringBuilder cannot.</summary>
internal sealed class LiveOutput
{
    private readonly ConcurrentQueue<string> _lines = new();

    public PipeTarget Pipe => PipeTarget.ToDelegate(_lines.Enqueue);

    public override string ToString() => string.Join('\n', _lines);
}
