using System.Globalization;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Components;
using Serilog;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>Where gates leave their results: <c>artifacts/reports</c>, the log, the summary and GitHub's annotations.</summary>
public interface IHazGates : IHazCargoWorkspace, IHazReports
{
    private const int MostFindingsInMessage = 10;

    /// <summary>The gates that may be skipped on a server; any other must run there.</summary>
    IReadOnlyCollection<string> AllowedSkips => [];

    /// <summary>Reports a gate's result; the target fails when the gate does.</summary>
    sealed void Judge(GateResult gate)
    {
        var state = PipelineState.Of(this);
        state.Reports(ReportDirectory).AddAsync(gate).GetAwaiter().GetResult();
        state.Gates[gate.Name] = gate;
        if (Host is GitHubActions)
        {
            foreach (var line in GitHubAnnotations.For(gate))
                Log.Information("{Command:l}", line);
        }

        ReportSummary(_ =>
        {
            foreach (var figure in gate.Figures.Where(x => x.Value != 0 || !x.IsAllowed()))
                _[figure.Name] = figure.Value.ToString("0.###", CultureInfo.InvariantCulture);
            if (gate.Verdict == GateVerdict.Skip)
                _["Skipped"] = gate.Reason ?? "no reason given";
            return _;
        });

        switch (gate.Verdict)
        {
            case GateVerdict.Pass:
                Log.Information("{Gate:l} passes: {Figures:l}", gate.Name, string.Join(", ", gate.Figures.Select(Describe)));
                break;
            case GateVerdict.Fail:
                Assert.Fail(Explain(gate));
                break;
            case GateVerdict.Skip when IsServerBuild && !AllowedSkips.Contains(gate.Name):
                Assert.Fail($"skipped on a server: {gate.Reason}\nLet it run, or allow it by name: AllowedSkips => [\"{gate.Name}\"]");
                break;
            case GateVerdict.Skip:
                Log.Warning("{Gate:l} is skipped: {Reason:l}", gate.Name, gate.Reason);
                break;
        }
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

    private static string Describe(Figure figure)
        => string.Create(CultureInfo.InvariantCulture, $"{(figure.Name == figure.Unit ? "" : figure.Name + " ")}{figure.Value:0.###} {figure.Unit}");

    private static string Explain(GateResult gate)
    {
        // What mends all of them is said once.
        var helps = gate.Findings.Select(x => x.Help).Distinct().ToList();
        var common = helps is [{ } help] && gate.Findings.Count > 1 ? help : null;
        var findings = gate.Findings.OrderByDescending(x => x.Severity).Take(MostFindingsInMessage).Select(x => Explain(x, common));
        var rest = gate.Findings.Count - MostFindingsInMessage;
        return string.Join('\n', [gate.Reason ?? "the gate failed", .. findings, .. rest > 0 ? [$"  and {rest} more"] : Array.Empty<string>(), .. common == null ? [] : new[] { common }]);
    }

    private static string Explain(Finding finding, string? common)
    {
        var place = finding.File == null ? "" : new SourceLocation(finding.File, finding.Line, finding.Column) + ": ";
        var help = finding.Help == null || finding.Help == common ? "" : $"\n    {finding.Help}";
        return $"  {place}{finding.Message}{(finding.Code == null ? "" : $" ({finding.Code})")}{help}";
    }
}
