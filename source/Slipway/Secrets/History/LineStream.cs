using System.Runtime.CompilerServices;
using System.Text;

namespace Slipway.Secrets.History;

/// <summary>Lines as git counts them: they end with a line feed, and a carriage return is part of them.</summary>
internal static class LineStream
{
    private const int BufferSize = 64 * 1024;

    public static async IAsyncEnumerable<string> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, BufferSize, leaveOpen: true);
        var buffer = new char[BufferSize];
        var begun = new StringBuilder();
        while (await reader.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            var start = 0;
            while (Array.IndexOf(buffer, '\n', start, count - start) is var end and >= 0)
            {
                yield return begun.Append(buffer, start, end - start).ToString();
                begun.Clear();
                start = end + 1;
            }

            begun.Append(buffer, start, count - start);
        }

        if (begun.Length > 0)
            yield return begun.ToString();
    }
}
