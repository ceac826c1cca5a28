using System.Globalization;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Components;
using Serilog;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>Where gates leave their results: <c>artifacts/reports</c>, the log, the summary and GitHub's annotations.</summary>
public interface IHazGates : IHazCargoWorkspace, IHazReports, IHazHistory
{
    private const int MostFindingsInMessage = 10;

    /// <summary>The gates that may be skipped on a server; any other must run there.</summary>
    IReadOnlyCollection<string> AllowedSkips => [];

    /// <summary>What tells the reports of one leg of a job's matrix from those of the others.</summary>
    [Parameter("Leg of a job's matrix, which is shown beside its gates")]
    string MatrixLeg => TryGetValue(() => MatrixLeg) ?? "";

    /// <summary>Whether every gate runs, also one that an earlier run has proved for the same inputs.</summary>
    [Parameter("Runs everything, also what an earlier run has proved for the same inputs")]
    bool NoCache => TryGetValue<bool?>(() => NoCache) ?? false;

    internal sealed string? Leg => MatrixLeg.Trim() is { Length: > 0 } leg ? leg : null;

    /// <summary>What a stage <c>Produces</c>, so that the report of a workflow can be made in another job.</summary>
    sealed string[] GateReports =>
    [
        ReportDirectory / "gates" / "*.json",
        ReportDirectory / "tests" / "*.json",
        .. ReportContent.DataFiles.Select(x => ReportDirectory / x),
    ];

    /// <summary>Reports a gate's result; the target fails when the gate does.</summary>
    sealed void Judge(GateResult gate)
    {
        if (gate.Verdict == GateVerdict.Skip && IsServerBuild && !AllowedSkips.Contains(gate.Name))
            gate = NotAllowed(gate);
        Record(gate);
        ReportSummary(_ =>
        {
            foreach (var figure in gate.Figures.Where(x => x.Value != 0 || !x.IsAllowed()))
                _[figure.Name] = Value(figure, gate);
            if (gate.Verdict == GateVerdict.Skip)
                _["Skipped"] = gate.Reason ?? "no reason given";
            if (gate.Provenance is { } provenance)
                _["Proved"] = provenance;
            return _;
        });

        switch (gate.Verdict)
        {
            case GateVerdict.Pass:
                Log.Information("{Gate:l} passes: {Figures:l}", gate.Name, string.Join(", ", gate.Figures.Select(x => Describe(x, gate))));
                break;
            case GateVerdict.Fail:
                Assert.Fail(Explain(gate));
                break;
            case GateVerdict.Skip:
                Log.Warning("{Gate:l} is skipped: {Reason:l}", gate.Name, gate.Reason);
                break;
        }
    }

    /// <summary>Adds a gate's result to the reports, and shows its findings on GitHub.</summary>
    internal sealed void Record(GateResult gate)
    {
        gate = gate with { Leg = Leg, Job = (Host as GitHubActions)?.Job is { Length: > 0 } job ? job : null };
        var state = PipelineState.Of(this);
        state.Add(gate);
        state.Reports(this).AddAsync(gate).GetAwaiter().GetResult();
        if (Host is not GitHubActions)
            return;
        var isChanged = gate.Findings.Any(x => x.File != null) ? PullRequestLines.Of(this) : null;
        foreach (var line in GitHubAnnotations.For(gate, state.Annotations, isChanged))
            Log.Information("{Command:l}", line);
    }

    /// <summary>Fails when one of these gates has failed: what a stage's own target calls.</summary>
    sealed void RequireGates(params string[] names)
    {
        var gates = PipelineState.Of(this).Gates;
        var failed = FailedTargets.Select(x => x.Name).Intersect(names)
            .Concat(names.Where(x => gates.TryGetValue(x, out var gate) && gate.Verdict == GateVerdict.Fail))
            .Distinct()
            .ToList();
        Assert.True(failed.Count == 0, $"{string.Join(" and ", failed)} failed");
    }

    private static GateResult NotAllowed(GateResult gate) => gate with
    {
        Verdict = GateVerdict.Fail,
        Reason = $"skipped on a server: {gate.Reason}",
        Findings =
        [
            .. gate.Findings,
            new Finding(FindingSeverity.Error, $"{gate.Name} was skipped, which on a server looks like a pass", Help: $"Let it run, or allow it by name: AllowedSkips => [\"{gate.Name}\"]"),
        ],
    };

    private static string Describe(Figure figure, GateResult gate)
        => figure.Name == figure.Unit ? figure.ToString()
        : gate.Figures.Any(x => x.Name == figure.Unit) ? figure.ToPart()
        : $"{figure.Name} {figure}";

    // What is counted says its name; what is measured has a unit.
    private static string Value(Figure figure, GateResult gate)
    {
        var isCount = figure.Name == figure.Unit || gate.Figures.Any(x => x.Name == figure.Unit);
        return string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.###}{(isCount ? "" : " ")}{(isCount ? "" : figure.Unit)}");
    }

    private static string Explain(GateResult gate)
    {
        // What mends all of them is said once.
        var helps = gate.Findings.Select(x => x.Help).Distinct().ToList();
        var common = helps is [{ } help] && gate.Findings.Count > 1 ? help : null;
        var findings = gate.Findings.OrderByDescending(x => x.Severity).Take(MostFindingsInMessage).Select(x => Explain(x, common));
        var rest = gate.Findings.Count - MostFindingsInMessage;
        return PipelineLog.Harmless(string.Join('\n', [gate.Reason ?? "the gate failed", .. findings, .. rest > 0 ? [$"  and {rest} more"] : Array.Empty<string>(), .. common == null ? [] : new[] { common }]));
    }

    private static string Explain(Finding finding, string? common)
    {
        var place = finding.File == null ? "" : new SourceLocation(finding.File, finding.Line, finding.Column) + ": ";
        var help = finding.Help == null || finding.Help == common ? "" : $"\n    {finding.Help}";
        return $"  {place}{finding.Message}{(finding.Code == null ? "" : $" ({finding.Code})")}{help}";
    }
}
