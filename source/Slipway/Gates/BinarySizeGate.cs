using System.Globalization;
using Slipway.Base;
using Slipway.Cargo.Binaries;

namespace Slipway.Gates;

public static class BinarySizeGate
{
    public const string Name = "BinarySize";

    private const double Megabyte = 1_000_000;

    /// <summary>Judges how much each program of the release build has grown since the base; a new one has not grown.</summary>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(SizeComparison sizes, BinarySizeLimits limits, string root)
    {
        var grown = sizes.After.Select(program => new Growth(program, sizes.BaseOf(program), limits)).ToList();
        var findings = grown.SelectMany(program => Findings(program, sizes.Commit, root)).ToList();
        findings.AddRange(sizes.Gone.Select(program => new Finding(
            FindingSeverity.Note,
            $"{program.Title} is no more; it had {ByteText.Of(program.Size)}")));
        var failed = grown.Where(program => program.Broken.Any()).ToList();
        var failure = failed switch
        {
            [] => null,
            [var one] => one.Says,
            _ => $"{Counted.Of(failed.Count, "program")} grew too much",
        };
        return GateResult.Judged(Name, GateStage.Gates, failure, [.. grown.SelectMany(program => program.Figures)], findings, sizes.Duration);
    }

    private static IEnumerable<Finding> Findings(Growth program, BaseCommit commit, string root)
    {
        var file = Finding.PathBelow(root, program.After.SourcePath);
        if (program.Before is null)
            yield return new Finding(FindingSeverity.Note, $"{program.After.Title} is new, with {ByteText.Of(program.After.Size)}; it is not in {commit}", file);
        foreach (var figure in program.Broken)
        {
            var threshold = figure.Threshold!;
            var limit = string.Create(CultureInfo.InvariantCulture, $"{threshold.Value:0.###} {figure.Unit}{(threshold.Origin is null ? "" : $" ({threshold.Origin})")}");
            var message = figure == program.Size
                ? $"{program.After.Title} has {ByteText.Of(program.After.Size)}, more than {limit}"
                : $"{program.Says} since {commit}, from {ByteText.Of(program.Before!.Size)} to {ByteText.Of(program.After.Size)}, more than {limit}{program.Where}";
            // A program that is too large need not have grown.
            var sections = figure == program.Size ? program.After.Sections : program.Sections;
            var option = figure == program.Size ? null : figure == program.Percent ? "--binary-size-percent" : "--binary-size-growth";
            yield return new Finding(FindingSeverity.Error, message, file, Help: SizeAdvice.For(sections, option, figure.Value));
        }
    }

    /// <summary>What became of one program.</summary>
    private sealed class Growth(ProgramSize after, ProgramSize? before, BinarySizeLimits limits)
    {
        public ProgramSize After => after;

        public ProgramSize? Before => before;

        public Figure Size { get; } = new($"{after.Title} size", after.Size / Megabyte, "MB", limits.Size);

        public Figure? Percent { get; } = before is null || limits.Percent is null
            ? null
            : new($"{after.Title} growth in percent", (after.Size - before.Size) * 100.0 / before.Size, "%", limits.Percent);

        public IReadOnlyList<Figure> Figures => before is null
            ? [Size]
            :
            [
                Size,
                new($"{after.Title} at base", before.Size / Megabyte, "MB"),
                new($"{after.Title} growth", (after.Size - before.Size) / Megabyte, "MB", limits.Growth),
                .. Percent is null ? [] : new[] { Percent },
            ];

        public IEnumerable<Figure> Broken => Figures.Where(figure => !figure.IsAllowed());

        public IReadOnlyList<BinarySection> Sections { get; } = before is null ? [] : SectionGrowth.Between(before, after);

        public string Says => before is null || after.Size <= before.Size
            ? $"{after.Title} has {ByteText.Of(after.Size)}"
            : $"{after.Title} grew by {ByteText.Of(after.Size - before.Size)}";

        public string Where => SectionGrowth.Describe(Sections);
    }
}
