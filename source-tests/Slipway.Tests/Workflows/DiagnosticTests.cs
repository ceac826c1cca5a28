using Slipway.Workflows;
using static Slipway.Tests.Workflows.Planned;

namespace Slipway.Tests.Workflows;

/// <summary>The sentence of every diagnostic that the planner has.</summary>
public class DiagnosticTests
{
    private static readonly JobDeclaration Guarded = new(Environment: "release");

    public static TheoryData<string, WorkflowDeclaration, TargetFacts[]> Cases => new()
    {
        { "WF001 ci: there is no target Tset. Did you mean Test? Name targets by nameof.", OnPush("Tset"), [Job("Test")] },
        { "WF001 ci: it names no target. Add one by nameof.", OnPush(), [Job("Test")] },
        {
            "WF001 ci: neither Test nor anything that it depends on has a [Job]. Add [Job] to Test or to the stages it is made of.",
            OnPush("Test"),
            [Target("Test", "Compile"), Target("Compile")]
        },
        { "WF002 A: it needs itself: A → B → C → A. Take one of these relations out.", OnPush("A"), [Job("A", "B"), Target("B", "C"), Job("C", "A")] },
        {
            "WF003 Upload: it consumes what Package produces, and does not depend on it. Add .DependsOn(Package), or take the Consumes out.",
            OnPush("Upload", "Package"),
            [Job("Package") with { Products = ["out/*"] }, Job("Upload") with { Consumes = [new("Package", [])] }]
        },
        {
            "WF003 Report: it consumes what Test produces, and does not depend on it. Add .DependsOn(Test) or .After(Test), or take the Consumes out.",
            OnPush("Test", "Report"),
            [Job("Test") with { Products = ["out/*"] }, Job("Report") with { IsAssured = true, Consumes = [new("Test", [])] }]
        },
        {
            "WF004 Test: its artifacts test-* and test-report of TestReport (job test-report) cannot be told apart. Rename one of the two targets.",
            OnPush("Upload"),
            [
                Job("Test") with { Products = ["out/*"], RunsOn = [new(Runner.Ubuntu2404), new(Runner.MacOs15)] },
                Job("TestReport") with { Products = ["report/*"] },
                Job("Upload", "Test", "TestReport") with { Consumes = [new("Test", []), new("TestReport", [])] },
            ]
        },
        {
            "WF005 Publish: its job in ci has the secret API_KEY and contents: write, and a pull request can start it with code of its own. Move the target to a workflow that pull requests do not start.",
            OnPush("Publish") with { PullRequests = true },
            [Job("Publish") with { Secrets = ["ApiKey"], Uses = [Capability.GitHubRelease, Capability.PullRequestComment] }]
        },
        {
            "WF005 Alerts: its job in ci has security-events: read, and a pull request can start it with code of its own. Move the target to a workflow that pull requests do not start.",
            OnPush("Alerts") with { PullRequests = true },
            [Job("Alerts") with { Uses = [Capability.ReadAlerts] }]
        },
        {
            "WF006 Publish: its job in release has the secret API_KEY and attestations: write and id-token: write, and whoever can push a tag can use them. Guard it with an environment: [Job(Environment = \"release\")].",
            OnTag("Publish"),
            [Job("Publish") with { Secrets = ["ApiKey"], Uses = [Capability.Provenance], Products = ["out/*"] }]
        },
        {
            "WF007 Test: 'x86_64-unknown-linux-gnuu' is no target that rustup has a standard library for. Did you mean x86_64-unknown-linux-gnu?",
            OnPush("Test"),
            [Job("Test") with { RunsOn = [new(Runner.Ubuntu2404, "x86_64-unknown-linux-gnuu")] }]
        },
        {
            "WF007 Test: aarch64-apple-darwin cannot be built on ubuntu-24.04, which runs Linux. Take a runner with the system that the triple names.",
            OnPush("Test"),
            [Job("Test") with { RunsOn = [new(Runner.Ubuntu2404, "aarch64-apple-darwin")] }]
        },
        {
            "WF007 Test: 2 of its legs are called macos-15. Give each [RunsOn] another RustTarget, or another runner where none has a RustTarget.",
            OnPush("Test"),
            [Job("Test") with { RunsOn = [new(Runner.MacOs15), new(Runner.MacOs15)] }]
        },
        {
            "WF007 Test: some of its legs have a RustTarget and some have none. Give all of them one, or none.",
            OnPush("Test"),
            [Job("Test") with { RunsOn = [new(Runner.MacOs15), new(Runner.Ubuntu2404, "x86_64-unknown-linux-gnu")] }]
        },
        {
            "WF008 Test: there is an expression in 'out/${{ github.sha }}/*'. Only the generator writes expressions; let the value travel by a parameter.",
            OnPush("Test"),
            [Job("Test") with { Products = ["out/${{ github.sha }}/*"] }]
        },
        {
            "WF009 Lint: it carries [RunsOn] and no [Job], so nothing comes of it. Add [Job], or move [RunsOn] to the target whose job runs this one.",
            OnPush("Test"),
            [Target("Lint") with { RunsOn = [new(Runner.Ubuntu2404)] }, Job("Test", "Lint")]
        },
        {
            "WF009 Lint: it carries [Uses] and no [Job], so nothing comes of it. Add [Job], or move [Uses] to the target whose job runs this one.",
            OnPush("Test"),
            [Target("Lint") with { Uses = [Capability.History] }, Job("Test")]
        },
        {
            "WF011 Test: macos-13 is retired since 2025-12-04: jobs on it fail. Take a newer image in [RunsOn].",
            OnPush("Test"),
            [Job("Test") with { RunsOn = [new(Runner.MacOs13)] }]
        },
        {
            "WF012 Ci: it does something, and no job of ci runs it. Add [Job] to it, or let the target of a job depend on it.",
            OnPush("Ci"),
            [Job("Test"), Target("Ci", "Test")]
        },
        {
            "WF013 ci: several of its jobs are called test: those of Test and UnitTest. Give one of them another name: [Job(\"…\")].",
            OnPush("UnitTest"),
            [Job("Test"), Job("UnitTest", "Test") with { Job = new JobDeclaration("test") }]
        },
        { "WF013 Test: '1st' is no name for a job. Begin with a letter or _, and go on with letters, digits, - and _.", OnPush("Test"), [Job("Test") with { Job = new JobDeclaration("1st") }] },
        { "WF013 my ci: 'my ci' is no name for a file. Use letters, digits, - and _.", OnPush("Test") with { Name = "my ci" }, [Job("Test")] },
        {
            "WF014 ci: nothing starts it. Set PushBranches, PushTags, PullRequests, Schedules or Dispatch.",
            new WorkflowDeclaration("ci", ["Test"]),
            [Job("Test")]
        },
        {
            "WF014 ci: it has both Paths and IgnoredPaths, of which GitHub takes one. Write what is ignored into Paths, with a ! before it.",
            OnPush("Test") with { Paths = new PathFilter(["src/**"], ["docs/**"]) },
            [Job("Test")]
        },
        {
            "WF015 ci: the schedule '@daily' is no cron expression. Write five fields, such as \"17 3 * * *\" for 03:17 UTC every day.",
            OnPush("Test") with { Schedules = ["@daily"] },
            [Job("Test")]
        },
        {
            "WF015 ci: the schedule '*/2 * * * *' comes more often than every 5 minutes, which GitHub does not do. Write five fields, such as \"17 3 * * *\" for 03:17 UTC every day.",
            OnPush("Test") with { Schedules = ["*/2 * * * *"] },
            [Job("Test")]
        },
        {
            "WF016 ci: its input Tga is no parameter of the build. Name parameters by nameof.",
            OnPush("Test") with { Dispatch = true, Inputs = [new("Tga", null)] },
            [Job("Test")]
        },
        {
            "WF016 ci: its input ApiKey is a secret, which everybody could read who sees the run. Store it as a secret of the repository or of an environment.",
            OnPush("Test") with { Dispatch = true, Inputs = [Parameter("ApiKey", isSecret: true)] },
            [Job("Test")]
        },
        {
            "WF016 ci: it has inputs, and no Dispatch to ask for them. Set Dispatch = true, or take Inputs and TagInput out.",
            OnPush("Test") with { Inputs = [Parameter("Tag")] },
            [Job("Test")]
        },
        {
            "WF016 ci: its TagInput Tag is not among its Inputs. Add nameof(Tag) to Inputs.",
            OnPush("Test") with { Dispatch = true, TagInput = "Tag" },
            [Job("Test")]
        },
        {
            "WF016 ci: it has 26 inputs, and GitHub takes 25. Leave those out that parameter files can set.",
            OnPush("Test") with { Dispatch = true, Inputs = [.. Enumerable.Range(1, 26).Select(index => Parameter($"P{index}"))] },
            [Job("Test")]
        },
        {
            "WF016 ci: in the job test the variable RUST_TARGET would have two values. Rename the parameter.",
            OnPush("Test") with { Dispatch = true, Inputs = [Parameter("RustTarget")] },
            [Job("Test")]
        },
        {
            "WF017 Upload: it consumes what Package produces, which is nothing. Add .Produces(…) to Package, or take the Consumes out.",
            OnPush("Upload"),
            [Job("Package"), Job("Upload", "Package") with { Consumes = [new("Package", [])] }]
        },
        {
            "WF017 Upload: it consumes what Compile produces, which runs in several jobs: lint, test. Give Compile a [Job] of its own, or consume one of these jobs' targets.",
            OnPush("Upload"),
            [
                Target("Compile") with { Products = ["target/*"] },
                Job("Lint", "Compile"),
                Job("Test", "Compile"),
                Job("Upload", "Lint", "Test") with { Consumes = [new("Compile", [])] },
            ]
        },
        {
            "WF017 Test: its artifact ../out/* is outside the repository, where another job does not find it. Produce below RootDirectory.",
            OnPush("Test"),
            [Job("Test") with { Products = ["../out/*"] }]
        },
        {
            "WF022 Show: its job has Capability.Page, and no page. Add .Produces(…) with a file index.html in a folder of its own, or take the capability out.",
            OnPush("Show"),
            [Job("Show") with { Uses = [Capability.Page], Products = ["out/page.html"] }]
        },
        {
            "WF005 Health: its job in ci has Capability.KeepHistory, and a pull request can start it with code of its own. Move the target to a workflow that pull requests do not start.",
            OnPush("Health") with { PullRequests = true },
            [Job("Health") with { Uses = [Capability.KeepHistory] }]
        },
        {
            "WF017 Publish: its job attests where artifacts come from, and has none. Add .Produces(…) or .Consumes(…), or take Capability.Provenance out.",
            OnTag("Publish"),
            [Job("Publish") with { Uses = [Capability.Provenance], Job = Guarded }]
        },
        {
            "WF018 release: a release could be cut off in the middle by a newer one. Take CancelSuperseded out, or make another workflow for tags.",
            OnTag("Test") with { CancelSuperseded = true },
            [Job("Test")]
        },
        {
            "WF019 Sign: it is only for macOS, and no leg of the job package runs there. Add a [RunsOn] with such a runner to Package, or take [OnlyOn] out.",
            OnPush("Package"),
            [Target("Sign") with { OnlyOn = RunnerSystem.MacOs }, Job("Package", "Sign")]
        },
        { "WF020 Test: its job may take 0 minutes. TimeoutMinutes can be from 1 to 360.", OnPush("Test"), [Job("Test") with { Job = new JobDeclaration(TimeoutMinutes: 0) }] },
        {
            "WF020 Alert: its job is there for failures, after which the target would not run. Add .AssuredAfterFailure(), or take OnFailure out.",
            OnPush("Alert"),
            [Job("Alert") with { Job = new JobDeclaration(OnFailure: true) }]
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_mistake_is_one_sentence_with_its_fix(string sentence, WorkflowDeclaration declaration, TargetFacts[] targets)
    {
        var plan = Plan(declaration, targets);

        plan.Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBe([sentence]);
        plan.Errors.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("2027-01-16", null)]
    [InlineData("2027-01-17", "WF011 Test: ubuntu-22.04 will be retired on 2027-04-17. Take a newer image in [RunsOn].")]
    [InlineData("2027-04-16", "WF011 Test: ubuntu-22.04 will be retired on 2027-04-17. Take a newer image in [RunsOn].")]
    public void An_image_that_goes_soon_is_a_warning(string day, string? sentence)
    {
        var plan = WorkflowPlanner.Plan(
            [Job("Test") with { RunsOn = [new(Runner.Ubuntu2204)] }],
            [OnPush("Test")],
            Facts with { AsOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) });

        plan.Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBe(sentence == null ? [] : [sentence]);
        plan.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void An_action_without_a_pin_is_a_mistake() =>
        WorkflowPlanner.Plan([Job("Test")], [OnPush("Test")], new PipelineFacts(new ActionPins([])))
            .Diagnostics.Select(diagnostic => diagnostic.ToString()).First()
            .ShouldBe("WF008 Swatinem/rust-cache: this action has no pin, so nobody knows what would run. Add a line for it to ActionPins.cs: repository, tag and the commit of the tag.");

    [Fact]
    public void Two_workflows_of_one_name_are_a_mistake() =>
        WorkflowPlanner.Plan([Job("Test")], [OnPush("Test"), OnPush("Test") with { Name = "CI" }], Facts)
            .Diagnostics.Select(diagnostic => diagnostic.ToString())
            .ShouldBe(["WF013 ci: 2 workflows have this name, and so the same file. Rename all but one."]);

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var plan = Plan(
            OnTag("Publish", "Missing") with { CancelSuperseded = true },
            Job("Publish") with { Secrets = ["ApiKey"] },
            Target("Lint") with { Uses = [Capability.History] });

        plan.Errors.Select(error => error.Code).ShouldBe(["WF001", "WF006", "WF009", "WF018"]);
        Should.Throw<SlipwayException>(() => plan.EnsureValid()).Message.Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public void What_is_right_has_no_diagnostics() =>
        Plan(OnTag("Publish"), Job("Publish") with { Secrets = ["ApiKey"], Job = Guarded }).Diagnostics.ShouldBeEmpty();

    private static InputDeclaration Parameter(string name, bool isSecret = false) =>
        new(name, new ParameterFacts(name, null, DispatchInputType.String, IsRequired: false, isSecret, []));
}
