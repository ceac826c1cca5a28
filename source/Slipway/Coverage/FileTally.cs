namespace Slipway.Coverage;

/// <summary>How much of a file was executed, without which lines.</summary>
public sealed record FileTally(string Path, long Covered, long Total)
{
    public static IReadOnlyList<FileTally> Of(CoverageData data) =>
        [.. data.Files.Select(file => new FileTally(file.Path, file.LineTally.Covered, file.LineTally.Total))];
}
