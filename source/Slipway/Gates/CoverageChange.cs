using System.Globalization;
using Slipway.Coverage;

namespace Slipway.Gates;

/// <summary>Judges what a change does to coverage.</summary>
internal static class CoverageChange
{
    private const int MostFiles = 5;
    private const string Help = "Test what the change does; `--coverage-patch` or the build class sets the limit.";

    public static CoverageVerdict JudgePatch(CoverageFacts facts, CoverageLimits limits, CoveragePlaces places, bool mustCompare)
    {
        if (facts.Patch is not { } patch)
            return WithoutBase(facts.WhyNoBase ?? "there is no base", mustCompare);
        var findings = new List<Finding>();
        if (patch.Lines.Total < limits.FewestPatchLines)
        {
            findings.Add(new Finding(
                FindingSeverity.Note,
                patch.Lines.Total == 0
                    ? "The change has no executable line"
                    : string.Create(CultureInfo.InvariantCulture, $"The change is not judged by itself: it has {Counted.Of((int)patch.Lines.Total, "executable line")}, fewer than {limits.FewestPatchLines}")));
            findings.AddRange(Missed(patch, places, FindingSeverity.Note));
            return new CoverageVerdict(null, [new Figure("changed lines", patch.Lines.Total, "lines")], findings);
        }

        var figure = new Figure("patch coverage", patch.Lines.Percent, "%", limits.Patch);
        findings.AddRange(Missed(patch, places, figure.IsAllowed() ? FindingSeverity.Note : FindingSeverity.Error));
        return new CoverageVerdict(
            figure.IsAllowed() ? null : $"{figure} of the changed lines are executed by tests",
            [figure, new Figure("changed lines", patch.Lines.Total, "lines")],
            findings);
    }

    public static CoverageVerdict JudgeDrop(CoverageFacts facts, CoverageLimits limits, CoveragePlaces places)
    {
        if (facts.Base is not { } before)
        {
            return facts.WhyNoTallies is { } reason
                ? new CoverageVerdict(null, [], [new Finding(FindingSeverity.Warning, $"The coverage is not compared: {reason}")])
                : new CoverageVerdict(null, [], []);
        }

        // Percentages are cut at the third digit; so is what lies between them.
        var lost = Math.Round(before.Lines.Percent - facts.Data.Lines.Percent, 3);
        var figure = new Figure("drop since the base", lost, "points", limits.Drop);
        var figures = new List<Figure> { new("line coverage at base", before.Lines.Percent, "%"), figure };
        if (figure.IsAllowed())
            return new CoverageVerdict(null, figures, []);
        var message = string.Create(CultureInfo.InvariantCulture, $"The line coverage fell from {before.Lines.Percent:0.###} % at {before.Commit} to {facts.Data.Lines.Percent:0.###} %");
        return new CoverageVerdict(
            $"the line coverage fell by {figure}",
            figures,
            [new Finding(FindingSeverity.Error, message, Help: "Test what is new, or allow it once: `--coverage-drop`."), .. Fallen(facts.Data, before, places)]);
    }

    // Without history neither the change nor the drop is known.
    private static CoverageVerdict WithoutBase(string reason, bool mustCompare) => mustCompare
        ? new CoverageVerdict(
            "there is nothing to compare with",
            [],
            [new Finding(FindingSeverity.Error, $"The change is not judged by itself, which on a server looks like a pass: {reason}", Help: $"Let it have a base, or allow it by name: AllowedSkips => [\"{CoverageGate.Name}\"]")])
        : new CoverageVerdict(null, [], [new Finding(FindingSeverity.Warning, $"The change is not judged by itself: {reason}")]);

    private static IEnumerable<Finding> Missed(PatchCoverage patch, CoveragePlaces places, FindingSeverity severity) =>
        patch.Missed.Select(missed => places.Of(severity, missed.Path, missed.Range, Help));

    private static IEnumerable<Finding> Fallen(CoverageData data, BaseTallies before, CoveragePlaces places)
    {
        var missed = before.Files.ToDictionary(file => file.Path, file => file.Total - file.Covered, StringComparer.Ordinal);
        return data.Files
            .Select(file => (File: file, More: file.LineTally.Total - file.LineTally.Covered - missed.GetValueOrDefault(file.Path)))
            .Where(item => item.More > 0)
            .OrderByDescending(item => item.More)
            .ThenBy(item => item.File.Path, StringComparer.Ordinal)
            .Take(MostFiles)
            .Select(item => new Finding(
                FindingSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{Counted.Of((int)item.More, "line")} more than at the base {(item.More == 1 ? "is" : "are")} not executed"),
                places.PathOf(item.File.Path),
                item.File.MissedLines[0].First));
    }
}
