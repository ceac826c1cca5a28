using Slipway.Workflows;
using static Slipway.Tests.Workflows.Planned;

namespace Slipway.Tests.Workflows;

/// <summary>The workflow that tells of a failure on the default branch, where the failed one must have no secret.</summary>
public class AlertTests
{
    private static readonly WorkflowDeclaration Ci = new("ci", ["Report"]) { PullRequests = true, PushBranches = ["main"] };
    private static readonly WorkflowDeclaration Alert = new("alert", ["Notify"]) { After = "ci" };
    private static readonly TargetFacts Report = Job("Report");
    private static readonly TargetFacts Notify = Job("Notify") is var job
        ? job with { IsAssured = true, Job = job.Job! with { OnFailure = true, Environment = "announcements" }, Secrets = ["DiscordWebhook"] }
        : null!;

    [Fact]
    public void It_runs_the_default_branchs_code_for_failures_that_no_stranger_can_start()
    {
        var plan = WorkflowPlanner.Plan([Report, Notify], [Ci, Alert], Facts);

        plan.Diagnostics.ShouldBeEmpty();
        var yaml = WorkflowYaml.Render(plan.Workflows.Single(x => x.Name == "alert"));
        yaml.ShouldContain("github.event.workflow_run.event == 'push' && github.event.workflow_run.head_branch == github.event.repository.default_branch");
        // Nothing of the run that has ended is checked out.
        yaml.ShouldNotContain("head_sha");
        Golden.ShouldMatch(yaml, "Golden/alert.yml");
    }

    [Fact]
    public void It_can_tell_of_good_runs_of_that_branch_too_and_keep_issues()
    {
        var target = Notify with { Job = Notify.Job! with { OnFailure = false }, Uses = [Capability.WriteIssues, Capability.ReadRuns] };

        var plan = WorkflowPlanner.Plan([Report, target], [Ci, Alert], Facts);

        plan.Diagnostics.ShouldBeEmpty();
        Golden.ShouldMatch(WorkflowYaml.Render(plan.Workflows.Single(x => x.Name == "alert")), "Golden/alert-always.yml");
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, Capability.GitHubRelease)]
    [InlineData(true, Capability.ReadAlerts)]
    [InlineData(true, Capability.TrustedPublishing)]
    public void A_job_that_could_run_for_others_or_may_do_more_is_refused(bool isAssured, Capability? more)
    {
        var target = Notify with { IsAssured = isAssured, Job = Notify.Job! with { OnFailure = false }, Uses = [Capability.WriteIssues, .. more is { } one ? new CapabilityFacts[] { one } : []] };

        WorkflowPlanner.Plan([Report, target], [Ci, Alert], Facts).Diagnostics.ShouldContain(x => x.Code == "WF021");
    }
}
