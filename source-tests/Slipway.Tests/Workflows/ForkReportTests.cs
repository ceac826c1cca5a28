using Slipway.Reporting;
using Slipway.Workflows;
using static Slipway.Tests.Workflows.Planned;

namespace Slipway.Tests.Workflows;

/// <summary>The workflow that shows what a fork's run has left.</summary>
public class ForkReportTests
{
    private static readonly WorkflowDeclaration Ci = new("ci", ["Report"]) { PullRequests = true };
    private static readonly WorkflowDeclaration Comment = new("comment", ["Show"]) { After = "ci" };
    private static readonly TargetFacts Report = Job("Report") with
    {
        IsAssured = true,
        Products = ["artifacts/reports/gates.json", "artifacts/reports/index.html"],
        Uses = [Capability.PullRequestComment],
    };

    private static readonly TargetFacts Show = Job("Show") with { HasActions = false, Uses = [Capability.ForkReport] };

    public static TheoryData<string, WorkflowDeclaration, TargetFacts> Mistakes => new()
    {
        { "WF021 comment: there is no workflow cl that it could start after. Did you mean ci? Set After to the name of another workflow.", Comment with { After = "cl" }, Show },
        { "WF021 comment: there is no workflow comment that it could start after. Set After to the name of another workflow.", Comment with { After = "comment" }, Show },
        { "WF021 comment: it starts after another, and by other events, too. Make two workflows of it.", Comment with { Dispatch = true }, Show },
        {
            "WF021 Show: its job in comment does more than to show a report, with this repository's rights, after a run that strangers can start. Leave it [Uses(Capability.ForkReport)] only, and no Executes, Requires or other targets.",
            Comment,
            Show with { HasActions = true }
        },
        {
            "WF021 Show: its job in comment does more than to show a report, with this repository's rights, after a run that strangers can start. Leave it [Uses(Capability.ForkReport)] only, and no Executes, Requires or other targets.",
            Comment,
            Show with { Secrets = ["ApiKey"] }
        },
        {
            "WF021 Show: its job in comment does more than to show a report, with this repository's rights, after a run that strangers can start. Leave it [Uses(Capability.ForkReport)] only, and no Executes, Requires or other targets.",
            Comment,
            Show with { Uses = [Capability.ForkReport, Capability.WriteIssues] }
        },
        {
            "WF021 Show: its job in comment does more than to show a report, with this repository's rights, after a run that strangers can start. Leave it [Uses(Capability.ForkReport)] only, and no Executes, Requires or other targets.",
            Comment,
            Show with { Uses = [] }
        },
        {
            "WF021 Show: its job shows what a run has left, and comment does not start after one. Move it to a workflow of its own: [Workflow(\"comment\", …, After = \"ci\")].",
            Comment with { After = null, Dispatch = true },
            Show
        },
    };

    [Fact]
    public void The_workflow_checks_out_nothing_and_the_run_before_keeps_its_report()
    {
        var plan = WorkflowPlanner.Plan([Report, Show], [Ci, Comment], Facts);

        plan.Diagnostics.ShouldBeEmpty();
        foreach (var (workflow, name) in plan.Workflows.Zip(["kept-report", "fork-report"]))
            Golden.ShouldMatch(WorkflowYaml.Render(workflow), $"Golden/{name}.yml");
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Whatever_else_it_did_it_would_do_with_the_rights_of_the_repository(string sentence, WorkflowDeclaration declaration, TargetFacts target) =>
        WorkflowPlanner.Plan([Report, target], [Ci, declaration], Facts).Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBe([sentence]);

    [Fact]
    public void A_workflow_that_no_pull_request_starts_has_nothing_to_show() =>
        WorkflowPlanner.Plan([Report, Show], [OnPush("Report"), Comment], Facts).Diagnostics.Select(diagnostic => diagnostic.ToString())
            .ShouldBe(["WF021 comment: it shows reports of pull requests, which do not start ci. Set PullRequests = true for ci, or take this workflow out."]);

    [Fact]
    public void Both_ways_keep_the_same_comment() =>
        ForkReport.Script.ShouldContain($"\"{PullRequestCommentText.Marker}\"");
}
