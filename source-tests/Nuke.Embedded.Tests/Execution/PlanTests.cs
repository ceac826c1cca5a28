using System.Text.Json;

namespace Nuke.Embedded.Tests.Execution;

public class PlanTests
{
    [Fact]
    public async Task The_plan_says_what_runs_when_and_why_and_what_is_skipped()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("publish", "--no-lint", "--plan")).ShouldSucceed();
        run.Output.ShouldBe("""
            5 targets in 5 steps; those of one step can run side by side

              1  Restore    needed by Compile
              2  Compile    needed by Pack
              3  Pack       needed by Publish (only when SucceededTargets.Contains(Clean))
              4  Publish    asked for
              5  Announce   triggered by Publish

            Skipped
                 LintRules  because of Lint
                 Lint       only when !NoLint

            """);
    }

    [Fact]
    public async Task The_plan_as_json_is_for_programs()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("--plan", "--json")).ShouldSucceed();
        var targets = JsonDocument.Parse(run.Output).RootElement.GetProperty("targets").EnumerateArray().ToList();
        targets.Select(x => x.GetProperty("name").GetString()).ShouldBe(["Restore", "LintRules", "Lint", "Compile"]);
        targets[^1].GetProperty("dependsOn").EnumerateArray().Select(x => x.GetString()).ShouldBe(["Restore", "Lint"]);
    }

    [Fact]
    public async Task A_plan_runs_nothing()
    {
        using var build = new BuildProgram("TargetsBuild");
        (await build.RunAsync("boom", "--plan")).ShouldSucceed().Output.ShouldNotContain("broken");
    }

    [Fact]
    public async Task A_strict_plan_refuses_an_order_that_is_left_open()
    {
        using var build = new BuildProgram("TargetsBuild");
        (await build.RunAsync("--strict", "--plan")).ShouldFailWith(2).Error.ShouldContain("Restore, LintRules");
    }
}
