using Slipway.Workflows;
using static Slipway.Tests.Workflows.Planned;

namespace Slipway.Tests.Workflows;

/// <summary>One golden file for each shape that a workflow can have.</summary>
public class ShapeTests
{
    private static readonly RunnerDeclaration[] FourLegs =
    [
        new(Runner.Ubuntu2404, "x86_64-unknown-linux-gnu"),
        new(Runner.Ubuntu2404Arm, "aarch64-unknown-linux-gnu"),
        new(Runner.MacOs15Intel, "x86_64-apple-darwin"),
        new(Runner.MacOs15, "aarch64-apple-darwin"),
    ];

    [Fact]
    public void A_single_job_runs_its_target_and_what_that_needs() =>
        Check("single-job", OnPush("Test"), Target("Toolchain"), Target("Compile", "Toolchain"), Job("Test", "Compile"));

    [Fact]
    public void Jobs_need_the_nearest_jobs_along_dependencies() => Check(
        "needs",
        OnPush("Ci"),
        Job("Lint"),
        Job("Audit"),
        Target("Prepare", "Lint"),
        Job("Test", "Prepare", "Audit"),
        Job("Gates", "Test"),
        Target("Ci", "Gates") with { HasActions = false });

    [Fact]
    public void Several_runners_make_a_matrix() => Check("matrix", OnPush("Test"), Job("Test") with { RunsOn = [.. FourLegs] });

    [Fact]
    public void Products_travel_between_jobs_as_artifacts() => Check(
        "artifacts",
        OnPush("Upload"),
        Job("Package") with { RunsOn = [.. FourLegs], Products = ["artifacts/packages/*.tar.gz", "artifacts/packages/*.sha256"] },
        Job("Notes") with { Products = ["artifacts/notes.md"] },
        Job("Unused") with { Products = ["artifacts/unused/*"] },
        Job("Upload", "Package", "Notes", "Unused") with { Consumes = [new("Package", []), new("Notes", [])] });

    [Fact]
    public void Secrets_stand_in_the_step_that_needs_them() => Check(
        "secrets",
        OnTag("Publish"),
        Target("SignForMacOs") with { Secrets = ["AppleCertificate"], OnlyOn = RunnerSystem.MacOs },
        Job("Package", "SignForMacOs") with { RunsOn = [.. FourLegs], Job = new JobDeclaration(Environment: "signing") },
        Target("Sign") with { Secrets = ["GpgKey"] },
        Job("Publish", "Package", "Sign") with { Secrets = ["NuGetApiKey"], Job = new JobDeclaration(Environment: "release") });

    [Fact]
    public void Capabilities_bring_their_permissions_and_steps() => Check(
        "capabilities",
        OnTag("Release"),
        Job("Package") with
        {
            Products = ["artifacts/*.tar.gz"],
            Uses = [Capability.History, Capability.Provenance],
            Job = new JobDeclaration(Environment: "release"),
        },
        Job("Scan") with { HasActions = false, Uses = [Capability.CodeQl], Job = new JobDeclaration(Environment: "release") },
        Job("Status") with { Uses = [Capability.ReadStatus, Capability.WriteIssues], Job = new JobDeclaration(Environment: "release") },
        Job("Release", "Package", "Scan", "Status") with
        {
            Consumes = [new("Package", [])],
            Uses = [Capability.GitHubRelease, Capability.Provenance, Capability.TrustedPublishing],
            Job = new JobDeclaration(Environment: "release"),
        });

    [Fact]
    public void A_history_goes_from_night_to_night_and_a_page_is_handed_over() => Check(
        "health",
        new WorkflowDeclaration("nightly", ["Health"]) { Schedules = ["17 3 * * *"] },
        Job("Health") with
        {
            Products = ["artifacts/health/site/index.html"],
            Uses = [Capability.ReadRuns, Capability.ReadDeployments, Capability.KeepHistory, Capability.Page],
        });

    [Theory]
    [InlineData(false, "rustup toolchain install stable --profile minimal --component clippy,rustfmt,llvm-tools --no-self-update")]
    [InlineData(true, "rustup toolchain install --no-self-update && rustup component add llvm-tools")]
    public void The_job_that_measures_coverage_installs_what_measures(bool hasToolchainFile, string command)
    {
        var plan = WorkflowPlanner.Plan(
            [Job("Lint"), Target("Coverage", "Lint"), Job("Gates", "Coverage")],
            [OnPush("Gates")],
            Facts with { HasToolchainFile = hasToolchainFile });

        var workflow = plan.Workflows.Single();
        Install("gates").ShouldBe(command);
        Install("lint").ShouldNotContain("llvm-tools");

        string Install(string job) => workflow.Job(job).Steps.OfType<RunStep>().Single(step => step.Name == "Install Rust").Command;
    }

    [Fact]
    public void An_environment_guards_a_job() => Check(
        "environment",
        OnPush("Deploy"),
        Job("Deploy") with { Job = new JobDeclaration("go-live", "production", TimeoutMinutes: 5) });

    [Fact]
    public void Schedules_start_a_workflow() => Check(
        "schedule",
        new WorkflowDeclaration("nightly", ["Audit"]) { Schedules = ["17 3 * * *", "*/30 6-18 * * MON-FRI"] },
        Job("Audit"));

    [Fact]
    public void Inputs_of_a_start_by_hand_become_parameters() => Check(
        "dispatch-inputs",
        OnTag("Release") with
        {
            Dispatch = true,
            TagInput = "Tag",
            Inputs =
            [
                new("Tag", new ParameterFacts("Tag", "Tag: 'v1.2.3'", DispatchInputType.String, IsRequired: true, IsSecret: false, [])),
                new("DryRun", new ParameterFacts("DryRun", null, DispatchInputType.Boolean, IsRequired: false, IsSecret: false, [])),
                new("Channel", new ParameterFacts("Channel", "Where to", DispatchInputType.Choice, IsRequired: false, IsSecret: false, ["Beta", "Stable"])),
                new("Limit", new ParameterFacts("Limit", "How many", DispatchInputType.Number, IsRequired: false, IsSecret: false, [])),
            ],
        },
        Job("Release"));

    [Fact]
    public void Assured_targets_run_whatever_the_jobs_before_them_say() => Check(
        "always-job",
        OnPush("Ci") with { PullRequests = true, PullRequestBranches = ["main", "release/**"], CancelSuperseded = true, Paths = new PathFilter([], ["docs/**"]) },
        Job("Test") with { RunsOn = [new(Runner.Ubuntu2404), new(Runner.Windows2025)], Products = ["artifacts/reports/gates/*.json", "artifacts/reports/tests/*.json"] },
        Job("Report") with { IsAssured = true, After = ["Test"], Consumes = [new("Test", [])], Uses = [Capability.PullRequestComment] },
        Job("Alert") with { IsAssured = true, After = ["Test"], Job = new JobDeclaration(OnFailure: true) },
        Target("Ci", "Test", "Report", "Alert") with { HasActions = false });

    private static void Check(string name, WorkflowDeclaration declaration, params TargetFacts[] targets) =>
        Golden.ShouldMatch(WorkflowYaml.Render(Workflow(declaration, targets)), $"Golden/{name}.yml");
}
