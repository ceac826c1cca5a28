using System.Text.Json;

namespace Slipway.Coverage;

/// <summary>What <c>cargo tarpaulin --out Json</c> writes.</summary>
internal static class TarpaulinReport
{
    private static readonly Dictionary<CodeSpan, long> None = [];

    // Where cargo keeps what is no part of the program.
    private static readonly string[] OtherFolders = ["tests", "benches", "examples"];

    public static async Task<IReadOnlyList<FileCoverage>> ReadAsync(string path, MemberFiles members, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return Read(document.RootElement, members);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"What cargo-tarpaulin has written cannot be read: {exception.Message}",
                "Run it again; if it stays, choose another tool: --coverage-provider llvm.",
                new SourceLocation(path),
                exception);
        }
    }

    private static List<FileCoverage> Read(JsonElement root, MemberFiles members)
    {
        var files = new SortedDictionary<string, FileCoverage>(StringComparer.Ordinal);
        foreach (var file in root.GetProperty("files").EnumerateArray())
        {
            // The first part of an absolute path is the root itself.
            var parts = file.GetProperty("path").EnumerateArray().Select(part => part.GetString() ?? "").ToArray();
            if (parts.Length == 0 || members.PathOf(Path.Combine(parts)) is not { } path || OtherFolders.Any(path.Split('/').Contains))
                continue;
            var lines = new Dictionary<int, long>();
            foreach (var trace in file.GetProperty("traces").EnumerateArray())
            {
                var line = trace.GetProperty("line").GetInt32();
                // Some versions say how a condition went; only lines count here.
                var count = trace.GetProperty("stats").TryGetProperty("Line", out var hits) ? hits.GetInt64() : 0;
                lines[line] = Math.Max(lines.GetValueOrDefault(line), count);
            }

            if (lines.Count > 0)
                files[path] = new FileCoverage(path, lines, None, None);
        }

        return [.. files.Values];
    }
}
