namespace Slipway.Processes;

/// <summary>The last lines of a text that may be long.</summary>
internal sealed class Tail(int length)
{
    private readonly Queue<string> _lines = new();

    public bool IsEmpty => _lines.Count == 0;

    public void Add(string line)
    {
        if (_lines.Count == length)
            _lines.Dequeue();
        _lines.Enqueue(line);
    }

    public IReadOnlyList<string> ToList() => [.. _lines];
}
