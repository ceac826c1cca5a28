using System.Collections.Immutable;
using System.Globalization;
using Slipway.Workflows.Local;

namespace Slipway.Tests.Workflows.Local;

public class JobTests
{
    public JobTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the steps are written for bash");

    [Fact]
    public async Task Jobs_run_after_those_they_need_and_see_their_outputs()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              last:
                needs: [first]
                runs-on: ubuntu-24.04
                steps: [{ run: "echo last ${{ needs.first.result }} ${{ needs.first.outputs.v }}" }]
              first:
                runs-on: ubuntu-24.04
                outputs: { v: "${{ steps.s.outputs.v }}" }
                steps:
                  - { id: s, run: "echo first; echo v=1.2.3 >> $GITHUB_OUTPUT" }
            """);

        (await project.RunAsync()).Succeeded.ShouldBeTrue();
        project.Output.ShouldBe(["first", "last success 1.2.3"]);

        // Alone it sees what the run before has left.
        (await project.RunAsync("ci/last")).Jobs.Select(job => job.Id).ShouldBe(["last"]);
        project.Output.ShouldBe(["last success 1.2.3"]);
    }

    [Fact]
    public async Task A_failure_skips_those_after_it_unless_they_ask_for_it()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              bad: { runs-on: ubuntu-24.04, steps: [{ run: "exit 1" }] }
              next: { needs: bad, runs-on: ubuntu-24.04, steps: [{ run: echo }] }
              far: { needs: next, runs-on: ubuntu-24.04, steps: [{ run: echo }] }
              mourn: { needs: far, if: failure(), runs-on: ubuntu-24.04, steps: [{ run: "echo failure ${{ needs.far.result }}" }] }
              always: { needs: bad, if: "${{ !cancelled() }}", runs-on: ubuntu-24.04, steps: [{ run: "echo always ${{ needs.bad.result }}" }] }
              other: { runs-on: ubuntu-24.04, steps: [{ run: echo other }] }
            """);

        var report = await project.RunAsync();

        project.Output.ShouldBe(["other", "failure skipped", "always failure"], ignoreOrder: true);
        report.Jobs.Select(job => (job.Id, job.Result)).ShouldBe(
        [
            ("bad", RunResult.Failure), ("next", RunResult.Skipped), ("far", RunResult.Skipped),
            ("mourn", RunResult.Success), ("always", RunResult.Success), ("other", RunResult.Success),
        ]);
        report.Jobs[1].Reason.ShouldBe("bad failed");
    }

    [Fact]
    public async Task A_skipped_job_skips_those_after_it()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              off: { if: "github.event_name == 'schedule'", runs-on: ubuntu-24.04, steps: [{ run: echo }] }
              next: { needs: off, runs-on: ubuntu-24.04, steps: [{ run: echo }] }
              last: { needs: next, if: always(), runs-on: ubuntu-24.04, steps: [{ run: "echo ${{ needs.next.result }}" }] }
            """);

        var report = await project.RunAsync();

        report.Jobs.Select(job => job.Reason).ShouldBe(["its `if` does not hold", "off was skipped", null]);
        project.Output.ShouldBe(["skipped"]);
        report.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_leg_for_another_machine_does_not_run_here_and_keeps_nothing_back()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              build:
                name: build (${{ matrix.leg }})
                strategy:
                  matrix:
                    include:
                      - { leg: linux, runner: ubuntu-24.04 }
                      - { leg: mac, runner: macos-15 }
                runs-on: ${{ matrix.runner }}
                steps: [{ run: "echo ${{ matrix.leg }}" }]
              win: { runs-on: windows-2025, steps: [{ run: echo }] }
              after: { needs: [build, win], runs-on: ubuntu-24.04, steps: [{ run: "echo ${{ needs.build.result }} ${{ needs.win.result }}" }] }
            """);

        var report = await project.RunAsync();

        project.Output.ShouldBe(["linux", "success skipped"]);
        report.NotRunHere.Select(leg => $"{leg.Name}: {leg.Reason}").ShouldBe(["build (mac): needs macOS on arm64", "win: needs Windows on x64"]);
        report.Notes.ShouldBe(["after ran without win, which could not run here."]);
        (report.Succeeded, report.HasRun).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("container: rust:1", "needs a container")]
    [InlineData("services: { db: { image: postgres } }", "needs service containers")]
    public async Task Containers_cannot_run_here(string key, string reason)
    {
        using var project = WorkflowProject.OfSteps("- run: echo", key);

        var report = await project.RunAsync();

        (report.Jobs[0].Result, report.Jobs[0].Reason, report.HasRun).ShouldBe((RunResult.NotRunHere, reason, false));
    }

    [Fact]
    public async Task The_first_failed_leg_cancels_the_others_unless_it_is_told_not_to()
    {
        const string Text =
            """
            jobs:
              a:
                strategy:
                  fail-fast: FAST
                  matrix: { n: [1, 2, 3] }
                runs-on: ubuntu-24.04
                steps: [{ run: "echo ${{ matrix.n }} ${{ strategy.job-index }}/${{ strategy.job-total }}; test ${{ matrix.n }} != 2" }]
            """;
        using var fast = new WorkflowProject(Text.Replace("fail-fast: FAST", "fail-fast: true", StringComparison.Ordinal));
        using var slow = new WorkflowProject(Text.Replace("fail-fast: FAST", "fail-fast: false", StringComparison.Ordinal));

        var report = await fast.RunAsync();
        await slow.RunAsync();

        fast.Output.ShouldBe(["1 0/3", "2 1/3"]);
        report.Legs.Select(leg => leg.Result).ShouldBe([RunResult.Success, RunResult.Failure, RunResult.Cancelled]);
        report.Legs.Select(leg => leg.Name).ShouldBe(["a (1)", "a (2)", "a (3)"]);
        slow.Output.ShouldBe(["1 0/3", "2 1/3", "3 2/3"]);
        (await slow.RunAsync("ci/a (3)")).Legs.Single().Leg.ShouldBe("3");
    }

    [Fact]
    public async Task A_matrix_may_come_from_an_earlier_job()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              plan:
                runs-on: ubuntu-24.04
                outputs: { m: "${{ steps.s.outputs.m }}" }
                steps: [{ id: s, run: "echo 'm={\"v\": [\"x\", \"y\"]}' >> $GITHUB_OUTPUT" }]
              use:
                needs: plan
                strategy: { matrix: "${{ fromJSON(needs.plan.outputs.m) }}" }
                runs-on: ubuntu-24.04
                steps: [{ run: "echo ${{ matrix.v }}" }]
            """);

        await project.RunAsync();

        project.Output.ShouldBe(["x", "y"]);
    }

    [Fact]
    public async Task A_job_may_be_allowed_to_fail()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              a: { continue-on-error: true, runs-on: ubuntu-24.04, steps: [{ run: "exit 1" }] }
              b: { needs: a, runs-on: ubuntu-24.04, steps: [{ run: "echo ${{ needs.a.result }}" }] }
            """);

        var report = await project.RunAsync();

        project.Output.ShouldBe(["success"]);
        (report.Succeeded, report.Legs.First().Result).ShouldBe((true, RunResult.Failure));
    }

    [Fact]
    public async Task A_guarded_job_waits_for_approval_and_so_do_those_after_it()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              free: { runs-on: ubuntu-24.04, steps: [{ run: echo free }] }
              go: { needs: free, environment: { name: release, url: x }, runs-on: ubuntu-24.04, steps: [{ run: echo go }] }
              after: { needs: go, if: always(), runs-on: ubuntu-24.04, steps: [{ run: echo after }] }
            """);

        var report = await project.RunAsync();

        project.Output.ShouldBe(["free"]);
        report.Jobs.Skip(1).ShouldAllBe(job => job.Result == RunResult.AwaitsApproval && job.Reason == "waits for approval of release");
        project.Options = project.Options with { Approved = ["release"] };
        await project.RunAsync();
        project.Output.ShouldBe(["free", "go", "after"]);
    }

    [Fact]
    public async Task After_its_time_a_step_has_failed_and_a_job_is_cancelled()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              step:
                runs-on: ubuntu-24.04
                steps:
                  - { run: "sleep 600 & echo $! >> ids; wait", timeout-minutes: 0.05 }
                  - { run: "echo after ${{ job.status }}; mv ids ids.log", if: failure() }
              job:
                runs-on: ubuntu-24.04
                timeout-minutes: 0.05
                steps:
                  - { run: "sleep 600 & echo $! >> ids; wait" }
                  - { run: echo not me }
                  - { run: "echo after ${{ job.status }}", if: cancelled() }
            """);

        project.Options = project.Options with { Parallel = true };

        var report = await project.RunAsync();

        // A shell that outlives its child by a moment says that it was killed.
        project.Output.Where(line => !line.Contains("sleep 600", StringComparison.Ordinal)).ShouldBe(["after failure", "after cancelled"], ignoreOrder: true);
        report.Jobs.Select(job => job.Result).ShouldBe([RunResult.Failure, RunResult.Cancelled]);
        report.Jobs[0].Reason!.ShouldEndWith("was ended after its time limit of 0.05 minutes");
        report.Jobs[1].Reason.ShouldBe("was ended after its time limit of 0.05 minutes");
        report.Succeeded.ShouldBeFalse();
        ProcessState.IsAlive(Id(project.InWorkspace("step", "ids.log"))).ShouldBeFalse();
        ProcessState.IsAlive(Id(project.InWorkspace("job", "ids"))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_step_leaves_running_ends_with_the_job()
    {
        using var project = WorkflowProject.OfSteps(
            """
            - run: nohup sleep 600 > /dev/null 2>&1 & echo $! > id
            - run: kill -0 $(cat id) && echo alive
            """);

        await project.RunAsync();

        project.Output.ShouldBe(["alive"]);
        ProcessState.IsAlive(Id(project.InWorkspace("a", "id"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_ends_everything_at_once()
    {
        using var project = WorkflowProject.OfSteps(
            """
            - run: echo $RUNNER_TEMP > temp; sleep 600 & echo $! > id; echo ready; wait
            - run: echo never
              if: always()
            """);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var lines = ImmutableList<string>.Empty;
        project.Options = project.Options with
        {
            Sink = line =>
            {
                lines = lines.Add(line.Text);
                if (line is { Kind: WorkflowLineKind.Output, Text: "ready" })
                    cancel.CancelAsync();
            },
        };

        await Should.ThrowAsync<OperationCanceledException>(() => project.RunAsync(token: cancel.Token));

        lines.ShouldNotContain("never");
        ProcessState.IsAlive(Id(project.InWorkspace("a", "id"))).ShouldBeFalse();
        Directory.Exists(File.ReadAllText(project.InWorkspace("a", "temp")).Trim()).ShouldBeFalse();
    }

    [Fact]
    public async Task Independent_jobs_and_legs_can_run_at_the_same_time()
    {
        // Each waits for the other.
        using var project = new WorkflowProject(
            """
            jobs:
              a: { runs-on: ubuntu-24.04, timeout-minutes: 1, steps: [{ run: "touch ../a.seen; until [ -e ../b.seen ]; do sleep 0.05; done; echo a" }] }
              b: { runs-on: ubuntu-24.04, timeout-minutes: 1, steps: [{ run: "touch ../b.seen; until [ -e ../a.seen ]; do sleep 0.05; done; echo b" }] }
              c: { needs: [a, b], runs-on: ubuntu-24.04, steps: [{ run: echo c }] }
            """);
        Assert.SkipWhen(Environment.ProcessorCount < 2, "needs two processors");
        project.Options = project.Options with { Parallel = true };

        (await project.RunAsync()).Succeeded.ShouldBeTrue();
        project.Output.Order().ShouldBe(["a", "b", "c"]);
        project.Output[^1].ShouldBe("c");
    }

    [Fact]
    public async Task Inputs_have_the_types_and_defaults_of_the_file()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              a:
                if: inputs.go
                runs-on: ubuntu-24.04
                steps: [{ run: "echo ${{ inputs.name }} ${{ inputs.kind }} ${{ inputs.go == true }} ${{ github.event.inputs.go == 'true' }} ${{ github.event_name }}" }]
            """,
            "{ push: , workflow_dispatch: { inputs: { name: { default: n }, go: { type: boolean }, kind: { type: choice, options: [x, y] } } } }");
        project.Options = project.Options with { Inputs = project.Options.Inputs.Add("go", "true") };

        await project.RunAsync();

        project.Output.ShouldBe(["n x true true workflow_dispatch"]);
        await ShouldFailAsync(project, "kind", "z", "The input kind is 'z'.\nIt can be x, y.");
        await ShouldFailAsync(project, "go", "maybe", "The input go is 'maybe'.\nIt can be true or false.");
        await ShouldFailAsync(project, "other", "z", "The workflow ci has no input other.\nThere are name, go, kind.");
    }

    [Theory]
    [InlineData("ci/tset", "The workflow ci has no job tset.\nThere are test, other.")]
    [InlineData("ci/test (c)", "The job test has no leg c.\nThere are a, b.")]
    public async Task A_name_that_does_not_exist_lists_those_that_do(string selection, string message)
    {
        using var project = new WorkflowProject(
            """
            jobs:
              test: { strategy: { matrix: { v: [a, b] } }, runs-on: ubuntu-24.04, steps: [{ run: echo }] }
              other: { runs-on: ubuntu-24.04, steps: [{ run: echo }] }
            """);

        var error = await Should.ThrowAsync<SlipwayException>(() => project.RunAsync(selection));

        (error.Kind, error.Explain()).ShouldBe((ErrorKind.Configuration, message));
    }

    [Fact]
    public async Task An_event_must_be_one_that_the_workflow_waits_for()
    {
        using var project = new WorkflowProject("jobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: 'echo $GITHUB_REF $GITHUB_BASE_REF' }] } }", "[push, pull_request]");
        project.Options = project.Options with { Event = "pull_request" };

        await project.RunAsync();

        project.Output.ShouldBe(["refs/pull/0/merge main"]);
        project.Options = project.Options with { Event = "schedule" };
        (await Should.ThrowAsync<SlipwayException>(() => project.RunAsync())).Explain()
            .ShouldBe("The workflow ci does not wait for the event schedule.\nIt waits for push, pull_request.");
    }

    [Fact]
    public async Task A_workflow_for_tags_runs_on_the_tag_at_the_commit()
    {
        using var project = new WorkflowProject(
            "jobs: { a: { runs-on: ubuntu-24.04, steps: [{ uses: actions/checkout@v7 }, { run: 'echo $GITHUB_REF $(git describe --tags)' }] } }",
            "{ push: { tags: ['v*'] } }");
        await project.CommitAsync();

        var untagged = await project.RunAsync();
        untagged.Notes.Single().ShouldStartWith("It waits for pushes of tags (v*), and no such tag stands at this commit");
        foreach (var tag in new[] { "v1.9.0", "v1.10.0", "x2" })
            await project.GitAsync("tag", tag);
        var report = await project.RunAsync();

        project.Output.ShouldBe(["refs/tags/v1.10.0 v1.10.0"]);
        (report.Ref, report.Notes.Length).ShouldBe(("refs/tags/v1.10.0", 0));
    }

    [Theory]
    [InlineData("ci", "ci", null, null)]
    [InlineData("ci/test", "ci", "test", null)]
    [InlineData("ci/test (x86_64 / gnu)", "ci", "test", "x86_64 / gnu")]
    public void A_selection_names_a_workflow_a_job_or_a_leg(string text, string workflow, string? job, string? leg) =>
        WorkflowSelection.Parse(text).ShouldBe(new WorkflowSelection(workflow, job, leg));

    [Theory]
    [InlineData("")]
    [InlineData("ci/")]
    [InlineData("ci/test (")]
    public void Anything_else_is_no_selection(string text) =>
        Should.Throw<SlipwayException>(() => WorkflowSelection.Parse(text)).Message.ShouldBe($"'{text}' names no workflow.");

    private static async Task ShouldFailAsync(WorkflowProject project, string input, string value, string message)
    {
        var options = project.Options;
        project.Options = options with { Inputs = options.Inputs.SetItem(input, value) };
        (await Should.ThrowAsync<SlipwayException>(() => project.RunAsync())).Explain().ShouldBe(message);
        project.Options = options;
    }

    private static int Id(string file) => int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);
}
