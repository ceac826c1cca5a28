using Slipway.Coverage;

namespace Slipway.Gates;

/// <summary>Judges the module in which nothing may be untested.</summary>
internal static class CoverageSafety
{
    private const string Help = "Add a test that gets here, or remove what nothing can reach.";
    private const string NotJudged = "Regions and functions of the safety module are not judged";

    public static CoverageVerdict Judge(CoverageFacts facts, CoverageLimits limits, CoveragePlaces places)
    {
        var files = facts.Data.Files.Where(limits.IsSafety).ToList();
        if (files.Count == 0)
            return limits.MustHaveSafetyFiles ? Missing(limits) : new CoverageVerdict(null, [], []);
        var figures = new List<Figure> { Of("safety lines", files, file => file.LineTally, limits) };
        var findings = new List<Finding>();
        if (facts.Data.HasRegions)
        {
            figures.Add(Of("safety regions", files, file => file.RegionTally, limits));
            figures.Add(Of("safety functions", files, file => file.FunctionTally, limits));
        }
        else
        {
            findings.Add(new Finding(
                FindingSeverity.Warning,
                $"{NotJudged}: {facts.Data.Provider} tells lines only",
                Help: "Install the LLVM tools of rustc, and take them: --coverage-provider llvm."));
        }

        var broken = figures.Where(figure => !figure.IsAllowed()).ToList();
        if (broken.Count > 0)
            findings.AddRange(files.SelectMany(file => Missed(file, places)));
        return new CoverageVerdict(
            broken.Count == 0 ? null : $"the safety module is not covered: {string.Join(", ", broken.Select(figure => $"{figure.Name} {figure}"))}",
            figures,
            findings);
    }

    private static CoverageVerdict Missing(CoverageLimits limits)
    {
        var patterns = string.Join(", ", limits.SafetyFiles);
        var finding = new Finding(FindingSeverity.Error, $"No file with code is in the safety module {patterns}", Help: "Mend SafetyCoverage in the build class.");
        return new CoverageVerdict("there is no safety module", [], [finding]);
    }

    private static Figure Of(string name, IEnumerable<FileCoverage> files, Func<FileCoverage, Tally> tally, CoverageLimits limits) =>
        new(name, Tally.Sum(files.Select(tally)).Percent, "%", limits.Safety);

    private static IEnumerable<Finding> Missed(FileCoverage file, CoveragePlaces places)
    {
        foreach (var range in file.MissedLines)
            yield return places.Of(FindingSeverity.Error, file.Path, range, Help);
        // A region of a line that is missed as a whole has been told with it.
        foreach (var span in file.MissedRegions.Where(span => file.Lines.GetValueOrDefault(span.Line) > 0))
        {
            yield return new Finding(
                FindingSeverity.Error,
                "No test executes this part of the line",
                places.PathOf(file.Path),
                span.Line,
                span.Column,
                span.EndLine,
                span.EndColumn,
                Help: Help);
        }
    }
}
