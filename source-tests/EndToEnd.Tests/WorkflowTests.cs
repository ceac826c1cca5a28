using System.Runtime.InteropServices;
using CliWrap;

namespace EndToEnd.Tests;

public class WorkflowTests
{
    private const string Workflow =
        """
        on: push
        jobs:
          good:
            runs-on: RUNNER
            steps: [{ uses: actions/checkout@v7 }, { run: "cat greeting" }]
          bad:
            needs: good
            if: github.event_name == 'workflow_dispatch'
            runs-on: RUNNER
            steps: [{ run: exit 1 }]
          other:
            strategy: { matrix: { leg: [one, two] } }
            runs-on: some-machine
            steps: [{ run: echo }]
        """;

    public WorkflowTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "the steps are written for bash on Linux");

    [Fact]
    public async Task A_workflow_runs_on_this_machine_and_ends_in_a_table()
    {
        using var pipeline = await CreateAsync();

        (await pipeline.RunAsync("RunWorkflow", "--workflow", "ci")).ShouldExitWith(0)
            .ShouldSay("hello from a clone")
            .ShouldSay(
                """
                Job    Leg  Result        Duration  Why
                good        passed        0:00
                bad         skipped                 its `if` does not hold
                other  one  not run here            needs the runner some-machine, which is not known
                other  two  not run here            needs the runner some-machine, which is not known
                """);
    }

    [Fact]
    public async Task A_failed_job_and_a_mistyped_name_have_different_exit_codes()
    {
        using var pipeline = await CreateAsync("[push, workflow_dispatch]");

        (await pipeline.RunAsync("RunWorkflow", "--workflow", "ci/bad", "--event", "workflow_dispatch")).ShouldExitWith(1).ShouldSay("ci/bad failed");
        (await pipeline.RunAsync("RunWorkflow", "--workflow", "ci/bda")).ShouldExitWith(2).ShouldSay("The workflow ci has no job bda.").ShouldSay("There are good, bad, other.");
        (await pipeline.RunAsync("RunWorkflow", "--workflow", "ci", "--input", "a=b")).ShouldExitWith(2).ShouldSay("The workflow ci has no input a.");
        (await pipeline.RunAsync("RunWorkflow", "--workflow", "cd")).ShouldExitWith(2).ShouldSay("There are ci.");
    }

    private static async Task<Pipeline> CreateAsync(string on = "push")
    {
        var runner = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "ubuntu-24.04-arm" : "ubuntu-24.04";
        var pipeline = new Pipeline()
            .WithFile("../.github/workflows/ci.yml", Workflow.Replace("on: push", $"on: {on}", StringComparison.Ordinal).Replace("RUNNER", runner, StringComparison.Ordinal))
            .WithFile("../.gitignore", ".nuke/\n")
            .WithFile("../greeting", "hello from a clone\n");
        foreach (var arguments in new[] { "init --quiet", "add --all", "-c user.name=t -c user.email=t@example.org commit --quiet --message m" })
            await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(pipeline.Root).ExecuteAsync(TestContext.Current.CancellationToken);
        return pipeline;
    }
}
