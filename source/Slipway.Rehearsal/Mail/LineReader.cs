using System.Text;

namespace Slipway.Rehearsal.Mail;

/// <summary>Reads lines as bytes are: a mail may be in any encoding.</summary>
internal sealed class LineReader(Stream stream)
{
    // Longer than any that a program sends; one that never ends must not fill the memory.
    private const int MostBytes = 1024 * 1024;

    private readonly byte[] _buffer = new byte[4096];
    private int _at;
    private int _count;

    /// <summary>Null at the end.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (line.Count < MostBytes)
        {
            if (_at == _count)
            {
                (_at, _count) = (0, await stream.ReadAsync(_buffer, cancellationToken));
                if (_count == 0)
                    return null;
            }

            var end = Array.IndexOf(_buffer, (byte)'\n', _at, _count - _at);
            line.AddRange(_buffer.AsSpan(_at..(end < 0 ? _count : end)));
            _at = end < 0 ? _count : end + 1;
            if (end >= 0)
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
        }

        throw new InvalidDataException("A line is too long.");
    }
}
