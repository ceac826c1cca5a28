using CsCheck;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Gates;

public class BudgetGateTests
{
    [Fact]
    public void A_stage_over_its_budget_is_a_warning_that_names_the_slowest_and_no_failure()
    {
        var gate = BudgetGate.Judge(
            StageTimes.Of([Time("Lint", GateStage.Checks, 0, 90), Time("Audit", GateStage.Checks, 90, 187), Time("Compile", GateStage.Compile, 187, 200)]),
            StageBudgets.Default,
            []);

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        var finding = gate.Findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Message.ShouldBe("Checks took 3 min 7 s, more than its budget of 2 min (the default); slowest: Audit 1 min 37 s, Lint 1 min 30 s");
        finding.Help.ShouldBe("Make the slowest faster, or raise the budget: `--stage-minutes checks=4`");
        gate.Figures.Select(figure => $"{figure.Name} {figure}").ShouldBe(["Checks 187 s (≤ 120, the default)", "Compile 13 s", "All stages 200 s"]);
        var summary = SummaryMarkdown.WriteWithVerdict(new GateReport([gate, GateResult.Skipped("Lint", GateStage.Checks, "no")]));
        summary.ShouldContain("⏭️ No gate was judged");
        summary.ShouldContain("### Budget: passes, with warnings\n\n- Checks took 3 min 7 s");
    }

    [Fact]
    public void The_command_line_comes_before_the_build_class_and_that_before_the_default()
    {
        var budgets = new StageBudgets { Test = TimeSpan.FromMinutes(9), Total = TimeSpan.FromMinutes(20) };
        budgets.LimitOf(GateStage.Checks, []).ShouldBe(Threshold.AtMost(120, "the default"));
        budgets.LimitOf(GateStage.Test, ["checks=1"]).ShouldBe(Threshold.AtMost(540, "the build class"));
        budgets.LimitOf(GateStage.Checks, ["checks=1", "Checks = 0.5"]).ShouldBe(Threshold.AtMost(30, "--stage-minutes"));
        budgets.LimitOf(null, ["total=30"]).ShouldBe(Threshold.AtMost(1800, "--stage-minutes"));
    }

    [Theory]
    [InlineData("checks")]
    [InlineData("checks=")]
    [InlineData("checks=0")]
    [InlineData("checks=-1")]
    [InlineData("checks=NaN")]
    [InlineData("checks=1e999")]
    [InlineData("jobs=1")]
    [InlineData("")]
    public void What_is_no_budget_is_an_error_of_usage(string given)
    {
        var refused = Should.Throw<SlipwayException>(() => StageBudgets.Default.LimitOf(GateStage.Test, [given]));
        (refused.Kind, refused.Message).ShouldBe((ErrorKind.Configuration, $"--stage-minutes: '{given}' is no budget."));
    }

    [Fact]
    public void Gates_side_by_side_take_the_time_of_the_clock()
    {
        var times = Gen.Select(Gen.Int[0, 50], Gen.Int[0, 20]).Select((start, length) => Time("gate", GateStage.Test, start, start + length)).List[1, 12];
        times.Sample(gates =>
        {
            // Second by second, which is another way to count.
            var busy = Enumerable.Range(0, 100).Count(second => gates.Any(gate => gate.Start.TotalSeconds <= second && second < gate.End.TotalSeconds));
            StageTimes.Of(gates)[^1].Duration.ShouldBe(TimeSpan.FromSeconds(busy));
        });
    }

    [Fact]
    public void Of_jobs_side_by_side_the_longest_counts_and_stages_add_up()
    {
        GateResult Gate(string name, GateStage stage, int seconds, string job, string? leg = null) =>
            new(name, stage, GateVerdict.Pass, null, [], [], TimeSpan.FromSeconds(seconds), leg, job);

        var times = StageTimes.Of(
        [
            Gate("Lint", GateStage.Checks, 5, "checks"),
            Gate("Audit", GateStage.Checks, 6, "checks"),
            Gate("UnitTest", GateStage.Test, 30, "test", "arm"),
            Gate("SafetyTest", GateStage.Test, 10, "test", "arm"),
            Gate("UnitTest", GateStage.Test, 35, "test", "x64"),
            Gate("report", GateStage.Jobs, 1000, "report"),
            Gate("Budget", GateStage.Run, 1000, "report"),
        ]);

        times.Select(time => (time.Stage, time.Duration.TotalSeconds, time.Gates[0].Name)).ShouldBe(
        [
            (GateStage.Checks, 11, "Audit"),
            (GateStage.Test, 40, "UnitTest (arm)"),
            (null, 51, "UnitTest (arm)"),
        ]);
        BudgetGate.Judge(StageTimes.Of(Array.Empty<GateResult>()), StageBudgets.Default, []).Reason.ShouldBe("no stage has run");
    }

    private static GateTime Time(string name, GateStage stage, int start, int end) => new(name, stage, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end));
}
