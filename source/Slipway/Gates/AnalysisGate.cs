using Slipway.Analysis;

namespace Slipway.Gates;

public static class AnalysisGate
{
    public const string Name = "Analyze";

    /// <summary>What every <c>unsafe</c> is listed as, which is no finding.</summary>
    public const string UnsafeRule = "slipway::unsafe";

    /// <summary>Judges what an analysis found: what is new fails, and what the base has already is listed.</summary>
    /// <param name="origin">Where the level is set from which findings fail.</param>
    /// <param name="today">The day on which what is allowed until a day may have ended.</param>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(AnalysisFacts facts, AnalysisPolicy policy, string? origin, DateOnly today, string root)
    {
        var allowances = new AnalysisAllowances(policy.Allowed, today);
        var texts = new AnalysisFindings(facts, policy, allowances, root);
        var counted = facts.Run.Issues.Where(issue => !allowances.Cover(issue)).ToList();
        var failing = counted.Where(texts.Fails).ToList();
        var severe = facts.Alerts.Alerts.Where(alert => alert.IsSevere).ToList();
        List<Finding> findings =
        [
            .. facts.Run.Errors.Select(error => DiagnosticGate.ToFinding(error, root)),
            .. facts.Run.Failure is { } failure ? [new Finding(FindingSeverity.Error, failure, Help: "Run `cargo clippy --workspace`.")] : Array.Empty<Finding>(),
            .. failing.Select(texts.Of),
            .. facts.Alerts.Alerts.Select(AnalysisFindings.Of),
            .. counted.Where(issue => !texts.Fails(issue) && issue.Rule.Level > AnalysisLevel.Note).Select(texts.Of),
            .. texts.Notes(counted.Where(issue => !texts.Fails(issue) && issue.Rule.Level == AnalysisLevel.Note)),
            .. allowances.Findings(facts.Run.Issues),
            .. UnsafeFindings.Of(facts.Unsafe),
            .. AnalysisFindings.Remarks(facts),
        ];
        return GateResult.Judged(Name, GateStage.Checks, Failure(facts, failing.Count, severe.Count), Figures(facts, counted, failing.Count, severe.Count, origin), findings, facts.Duration);
    }

    /// <summary>The same with every place by itself, for code scanning.</summary>
    public static GateResult Detail(AnalysisFacts facts, AnalysisPolicy policy, DateOnly today, string root)
    {
        var allowances = new AnalysisAllowances(policy.Allowed, today);
        var texts = new AnalysisFindings(facts, policy, allowances, root);
        return GateResult.Judged(
            Name,
            GateStage.Checks,
            null,
            [],
            [.. facts.Run.Issues.Where(issue => !allowances.Cover(issue)).Select(texts.InDetail), .. facts.Unsafe.Select(use => UnsafeFindings.InDetail(use, facts.Folder, root))],
            facts.Duration);
    }

    private static string? Failure(AnalysisFacts facts, int failing, int severe)
    {
        List<string> parts = [];
        if (facts.Run.Errors.Count > 0)
            parts.Add($"the code does not compile: {Counted.Of(facts.Run.Errors.Count, "error")}");
        else if (facts.Run.Failure is not null)
            parts.Add("clippy failed");
        if (failing > 0)
            parts.Add(Counted.Of(failing, facts.Base is null ? "finding" : "new finding"));
        if (severe > 0)
            parts.Add($"{Counted.Of(severe, "alert")} of CodeQL");
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static List<Figure> Figures(AnalysisFacts facts, List<AnalysisIssue> counted, int failing, int severe, string? origin)
    {
        List<Figure> figures =
        [
            new(facts.Base is null ? "failing" : "new", failing, "findings", Threshold.AtMost(0, origin)),
            new("findings", counted.Count, "findings"),
            .. counted.GroupBy(issue => issue.Rule.Level).OrderByDescending(level => level.Key)
                .Select(level => new Figure($"{level.Key}s".ToLowerInvariant(), level.Count(), "findings")),
            new("unsafe", facts.Unsafe.Count, "places"),
        ];
        if (facts.Unsafe.Count > 0)
            figures.Add(new Figure("unsafe without a reason", facts.Unsafe.Count(use => !use.HasReason), "places"));
        if (facts.Run.Errors.Count > 0)
            figures.Add(new Figure("compile errors", facts.Run.Errors.Count, "errors", Threshold.AtMost(0)));
        if (facts.Alerts.Problem is null)
            figures.Add(new Figure("severe alerts of CodeQL", severe, "alerts", Threshold.AtMost(0)));
        return figures;
    }
}
