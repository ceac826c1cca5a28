using System.Text.Json;
using Slipway.Benchmarks;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>The content of <c>benchmarks.json</c>.</summary>
/// <param name="Version">Grows when a reader has to know; additions do not count.</param>
/// <param name="Base">The commit that it is compared with.</param>
/// <param name="BaseOrigin">Why this one.</param>
/// <param name="MaxSlowdown">In percent.</param>
public sealed record BenchmarksFile(int Version, string Base, string BaseOrigin, double MaxSlowdown, IReadOnlyList<BenchmarkEntry> Benchmarks)
{
    public const int CurrentVersion = 1;

    /// <param name="slowdown">The limit in percent.</param>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static string Write(BenchmarkFacts facts, Threshold slowdown, string root)
    {
        var judgement = new BenchmarkJudgement(slowdown.Value / 100);
        var file = new BenchmarksFile(
            CurrentVersion,
            facts.Commit.Id,
            facts.Commit.Origin,
            slowdown.Value,
            [.. facts.Results.Select(result => BenchmarkEntry.Of(result, judgement.Judge(result), root))]);
        return JsonSerializer.Serialize(file, ReportJson.Readable.BenchmarksFile) + "\n";
    }

    /// <exception cref="JsonException">It is no such file, or of another version.</exception>
    public static BenchmarksFile Read(string json) => ReportJson.Strict.Read<BenchmarksFile>(json) is { Version: CurrentVersion } file
        ? file
        : throw new JsonException($"This program reads version {CurrentVersion}.");
}
