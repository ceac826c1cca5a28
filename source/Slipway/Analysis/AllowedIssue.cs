namespace Slipway.Analysis;

/// <summary>Findings that do not count.</summary>
/// <param name="Rule">The rule, such as <c>slipway::shell_command</c>.</param>
/// <param name="Path">Files below the workspace: * is part of a name, ** any folders.</param>
/// <param name="Reason">Why they do no harm.</param>
/// <param name="Until">The last day on which they do not count; null is forever.</param>
public sealed record AllowedIssue(string Rule, string Path, string Reason, DateOnly? Until = null)
{
    public bool IsExpired(DateOnly today) => Until < today;

    internal bool Covers(AnalysisIssue issue) => issue.Rule.Id == Rule && Secrets.PathPattern.Matches(Path, issue.File);
}
