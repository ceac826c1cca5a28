using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Analysis;

/// <summary>The lines of the files that are analyzed, and what stands for them when they move.</summary>
/// <param name="folder">The folder that paths are below.</param>
internal sealed class SourceLines(string folder)
{
    private const int HashLength = 16;

    private readonly Dictionary<string, string[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    /// <summary>Without indentation, so that a block around a line does not change it.</summary>
    public string HashOf(string file, int line) => Hash(Trimmed(file, line));

    /// <summary>Of a rule at a line and its neighbours; the same again gets another number.</summary>
    public string FingerprintOf(string rule, string file, int line)
    {
        var hash = Hash(string.Join('\n', rule, file, Neighbour(file, line, -1), Trimmed(file, line), Neighbour(file, line, +1)));
        var count = _occurrences[hash] = _occurrences.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{hash}:{count}");
    }

    /// <summary>What stands behind a place, as far as it takes to see a call's first argument.</summary>
    public string Behind(string file, int line, int column)
    {
        const int EnoughLines = 4;
        var lines = Lines(file);
        if (line < 1 || line > lines.Length)
            return "";
        var first = lines[line - 1];
        return string.Join('\n', [first[Math.Clamp(Utf16(first, column), 0, first.Length)..], .. lines.Skip(line).Take(EnoughLines)]);
    }

    // The compiler counts characters where this program counts code units.
    private static int Utf16(string line, int column)
    {
        var at = 0;
        for (var character = 1; character < column && at < line.Length; character++)
            at += char.IsHighSurrogate(line[at]) ? 2 : 1;
        return at;
    }

    private string Neighbour(string file, int line, int step)
    {
        for (line += step; line >= 1 && line <= Lines(file).Length; line += step)
        {
            if (Trimmed(file, line) is { Length: > 0 } text)
                return text;
        }

        return "";
    }

    private string Trimmed(string file, int line) => line >= 1 && line <= Lines(file).Length ? Lines(file)[line - 1].Trim() : "";

    private string[] Lines(string file)
    {
        if (_files.TryGetValue(file, out var lines))
            return lines;
        var path = Path.Combine(folder, file);
        // A macro can name a file that is not there.
        lines = File.Exists(path) ? File.ReadAllText(path).Split('\n') : [];
        return _files[file] = lines;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
