using System.Globalization;
using Slipway.Coverage;

namespace Slipway.Gates;

public static class CoverageGate
{
    public const string Name = "Coverage";

    /// <summary>Judges what the tests execute: of all, of the safety module, of the change, and compared with the base.</summary>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    /// <param name="mustCompare">Whether it fails when there is no base to compare with.</param>
    public static GateResult Judge(CoverageFacts facts, CoverageLimits limits, string root, bool mustCompare = false)
    {
        if (facts.Data.Files.Count == 0)
            return GateResult.Skipped(Name, GateStage.Gates, "the workspace has no code that could be executed") with { Duration = facts.Duration };
        var places = new CoveragePlaces(facts, root);
        var verdicts = new[]
        {
            Overall(facts, limits, places),
            CoverageSafety.Judge(facts, limits, places),
            CoverageChange.JudgePatch(facts, limits, places, mustCompare),
            CoverageChange.JudgeDrop(facts, limits, places),
            Tests(facts),
        };
        var failures = verdicts.Select(verdict => verdict.Failure).OfType<string>().ToList();
        return GateResult.Judged(
            Name,
            GateStage.Gates,
            failures.Count == 0 ? null : string.Join(", ", failures),
            [.. verdicts.SelectMany(verdict => verdict.Figures)],
            [.. verdicts.SelectMany(verdict => verdict.Findings)],
            facts.Duration);
    }

    private static CoverageVerdict Overall(CoverageFacts facts, CoverageLimits limits, CoveragePlaces places)
    {
        var data = facts.Data;
        var figure = new Figure("line coverage", data.Lines.Percent, "%", limits.Lines);
        var figures = new List<Figure> { figure, new("lines", data.Lines.Total, "lines") };
        if (data.HasRegions)
            figures.AddRange([new("region coverage", data.Regions.Percent, "%"), new("function coverage", data.Functions.Percent, "%")]);
        // Which tool measured is part of what was measured.
        var provider = new Finding(FindingSeverity.Note, $"Measured with {data.Provider}");
        return figure.IsAllowed()
            ? new CoverageVerdict(null, figures, [provider])
            : new CoverageVerdict(
                $"{figure} of the lines are executed by tests",
                figures,
                [provider, .. places.WorstFiles(data.Files, "Test what the lines do; `--coverage-lines` or the build class sets the limit.")]);
    }

    private static CoverageVerdict Tests(CoverageFacts facts)
    {
        var findings = facts.Data.FailedTests
            .Select(group => new Finding(
                FindingSeverity.Error,
                $"{group.Name} fails with coverage: {group.Problem ?? $"{Counted.Of(group.Cases.Count(test => test.IsFailure), "test")} failed"}",
                Help: "Mend the tests; if only coverage makes them fail, it is by slower programs, or by programs that are killed."))
            .ToList();
        if (facts.Data.Lost > 0)
        {
            findings.Add(new Finding(
                FindingSeverity.Warning,
                facts.Data.Lost == 1
                    ? "1 process left no counts, because a signal ended it"
                    : string.Create(CultureInfo.InvariantCulture, $"{facts.Data.Lost} processes left no counts, because a signal ended them"),
                Help: "What a killed or aborted process has executed is not counted."));
        }

        return new CoverageVerdict(facts.Data.FailedTests.Count > 0 ? "tests fail with coverage" : null, [], findings);
    }
}
