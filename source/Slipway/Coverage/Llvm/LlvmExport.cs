using System.Text.Json;

namespace Slipway.Coverage.Llvm;

/// <summary>What <c>llvm-cov export -format=text</c> writes, by the full paths of the files.</summary>
internal static class LlvmExport
{
    private const string Type = "llvm.coverage.json.export";
    private const int CodeRegion = 0;

    // Longer than any file that is compiled; a number of a broken file must not make us count to it.
    private const int MostLines = 10_000_000;

    /// <exception cref="SlipwayException">It is something else, or cut off.</exception>
    public static async Task<SortedDictionary<string, LlvmFile>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"What llvm-cov has written cannot be read: {exception.Message}",
                "Run it again; if it stays, take another version of the LLVM tools.",
                new SourceLocation(path),
                exception);
        }
    }

    private static SortedDictionary<string, LlvmFile> Read(JsonElement root)
    {
        if (root.GetProperty("type").GetString() is var type && type != Type)
            throw new FormatException($"its type is '{type}' and not {Type}.");
        var files = new SortedDictionary<string, LlvmFile>(StringComparer.Ordinal);
        foreach (var data in root.GetProperty("data").EnumerateArray())
        {
            foreach (var file in data.GetProperty("files").EnumerateArray())
                Merge(Of(files, NameOf(file.GetProperty("filename"))).Lines, LineCounts.Of(ReadSegments(file.GetProperty("segments"))));
            // An export for a summary has none.
            if (!data.TryGetProperty("functions", out var functions))
                continue;
            foreach (var function in functions.EnumerateArray())
                AddFunction(files, function);
        }

        return files;
    }

    private static List<Segment> ReadSegments(JsonElement segments)
    {
        var list = new List<Segment>(segments.GetArrayLength());
        foreach (var segment in segments.EnumerateArray())
        {
            var line = LineOf(segment[0]);
            if (list.Count > 0 && line < list[^1].Line)
                throw new FormatException("the segments of a file are not in order.");
            list.Add(new Segment(line, segment[1].GetInt32(), CountOf(segment[2]), segment[3].GetBoolean(), segment[4].GetBoolean(), segment[5].GetBoolean()));
        }

        return list;
    }

    private static void AddFunction(SortedDictionary<string, LlvmFile> files, JsonElement function)
    {
        var names = function.GetProperty("filenames");
        var isFirst = true;
        foreach (var region in function.GetProperty("regions").EnumerateArray())
        {
            if (region[7].GetInt32() != CodeRegion)
                continue;
            var file = Of(files, NameOf(names[region[5].GetInt32()]));
            var span = new CodeSpan(LineOf(region[0]), region[1].GetInt32(), LineOf(region[2]), region[3].GetInt32());
            Add(file.Regions, span, CountOf(region[4]));
            if (isFirst)
                Add(file.Functions, span with { EndLine = span.Line, EndColumn = span.Column }, CountOf(function.GetProperty("count")));
            isFirst = false;
        }
    }

    private static LlvmFile Of(SortedDictionary<string, LlvmFile> files, string name)
    {
        if (!files.TryGetValue(name, out var file))
            files[name] = file = new LlvmFile();
        return file;
    }

    // Generic code is there once for each type: one that executes it is enough.
    private static void Add(Dictionary<CodeSpan, long> counts, CodeSpan span, long count) =>
        counts[span] = Math.Max(counts.GetValueOrDefault(span), count);

    private static void Merge(SortedDictionary<int, long> lines, SortedDictionary<int, long> others)
    {
        foreach (var (line, count) in others)
            lines[line] = Math.Max(lines.GetValueOrDefault(line), count);
    }

    private static string NameOf(JsonElement name) => name.GetString() ?? throw new FormatException("a file has no name.");

    // Counters that overflow are written as large as they get.
    private static long CountOf(JsonElement count) => count.TryGetInt64(out var number) ? number
        : count.GetDouble() > 0 ? long.MaxValue : throw new FormatException("a count is below zero.");

    private static int LineOf(JsonElement line) => line.GetInt32() is >= 0 and <= MostLines and var number
        ? number
        : throw new FormatException($"a file has no line {line.GetRawText()}.");
}
