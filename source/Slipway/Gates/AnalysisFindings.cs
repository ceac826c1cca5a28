using Slipway.Analysis;
using Slipway.Analysis.Alerts;

namespace Slipway.Gates;

/// <summary>Says what is wrong at a place, what can come of it, and how to mend it.</summary>
internal sealed class AnalysisFindings(AnalysisFacts facts, AnalysisPolicy policy, AnalysisAllowances allowances, string root)
{
    private const int FirstPlaces = 3;

    /// <summary>Where there is nothing to compare with, only errors fail: the warnings of old code are nobody's fault today.</summary>
    public bool Fails(AnalysisIssue issue) => facts.Base is null
        ? issue.Rule.Level == AnalysisLevel.Error && policy.FailsFrom != AnalysisLevel.Off
        : IsNew(issue) && policy.FailsFrom != AnalysisLevel.Off && issue.Rule.Level >= policy.FailsFrom;

    public Finding Of(AnalysisIssue issue) => Create(
        issue,
        Fails(issue) ? FindingSeverity.Error : IsNew(issue) ? FindingSeverity.Warning : FindingSeverity.Note,
        $"{Message(issue)}{(IsNew(issue) ? "" : $"; {facts.Base!.Commit} has it already")}",
        Help(issue));

    public Finding InDetail(AnalysisIssue issue) => Create(
        issue,
        issue.Rule.Level switch
        {
            AnalysisLevel.Error => FindingSeverity.Error,
            AnalysisLevel.Warning => FindingSeverity.Warning,
            _ => FindingSeverity.Note,
        },
        Message(issue),
        issue.Help);

    /// <summary>One finding for each rule, with the first places.</summary>
    public IEnumerable<Finding> Notes(IEnumerable<AnalysisIssue> issues) => issues
        .GroupBy(issue => issue.Rule)
        .OrderBy(group => group.Key.Id, StringComparer.Ordinal)
        .Select(group => new Finding(
            FindingSeverity.Note,
            $"{group.Key.Why}: {Counted.Of(group.Count(), "place")}, {string.Join(", ", group.Take(FirstPlaces).Select(issue => $"{PathOf(issue)}:{issue.Line}"))}{(group.Count() > FirstPlaces ? ", …" : "")}",
            PathOf(group.First()),
            group.First().Line,
            Code: group.Key.Id));

    public static Finding Of(CodeScanningAlert alert) => new(
        alert.IsSevere ? FindingSeverity.Error : FindingSeverity.Note,
        $"alert {alert.Number} of CodeQL on the default branch: {alert.Message.Split('\n')[0]}{(alert.Severity is null ? "" : $" ({alert.Severity})")}",
        alert.File,
        alert.Line,
        Code: alert.Rule,
        Help: $"Mend it on the default branch, or dismiss it there with a reason{(alert.Link is null ? "" : $": {alert.Link}")}");

    public static IEnumerable<Finding> Remarks(AnalysisFacts facts)
    {
        if (facts.Base is null)
            yield return new Finding(FindingSeverity.Warning, $"nobody can say what is new, so that all errors count and no warning does: {facts.WhyNoBase ?? "there is no base"}");
        if (facts.Alerts.Problem is { } problem)
            yield return new Finding(FindingSeverity.Note, $"CodeQL's alerts were not looked at: {problem}");
    }

    private bool IsNew(AnalysisIssue issue) => facts.New.Contains(issue);

    private string Message(AnalysisIssue issue) =>
        $"{issue.Message}: {issue.Rule.Why}{(allowances.ExpiredFor(issue) is { } day ? $"; it was allowed until {day}" : "")}";

    private static string Help(AnalysisIssue issue) => string.Join(' ', new[]
    {
        issue.Help is null or [.., '.' or '`' or '…'] ? issue.Help : $"{issue.Help}.",
        issue.Rule.Link is null ? null : $"More: {issue.Rule.Link}",
        $"If it does no harm, allow it with a reason in the build class: new AllowedIssue(\"{issue.Rule.Id}\", \"{issue.File}\", \"…\").",
    }.OfType<string>());

    private Finding Create(AnalysisIssue issue, FindingSeverity severity, string message, string? help) => new(
        severity, message, PathOf(issue), issue.Line, issue.Column, issue.EndLine, issue.EndColumn, issue.Rule.Id, help, issue.Fingerprint);

    private string PathOf(AnalysisIssue issue) => Finding.PathBelow(root, Path.GetFullPath(issue.File, facts.Folder))!;
}
