namespace Nuke.Embedded.Tests.Execution;

public class ParallelTests
{
    [Fact]
    public async Task Independent_targets_run_side_by_side_and_keep_their_output_together()
    {
        using var build = new BuildProgram("ParallelBuild");
        var run = (await build.RunAsync("--parallel", "2")).ShouldSucceed();
        var lines = run.Output.Split('\n').Where(x => x.StartsWith("left", StringComparison.Ordinal) || x.StartsWith("right", StringComparison.Ordinal)).ToList();
        lines.ShouldBe([.. Enumerable.Range(1, 20).Select(x => $"left {x}"), .. Enumerable.Range(1, 20).Select(x => $"right {x}")]);
        run.Messages[^1].ShouldBe("both");
    }

    [Fact]
    public async Task One_at_a_time_means_one_at_a_time()
    {
        using var build = new BuildProgram("ParallelBuild");
        (await build.RunAsync("alone1", "alone2", "--parallel", "1")).ShouldSucceed();
    }

    [Fact]
    public async Task A_limit_below_one_is_refused()
    {
        using var build = new BuildProgram("ParallelBuild");
        (await build.RunAsync("alone1", "--parallel", "0")).ShouldFailWith(2).Error.ShouldContain("--parallel 0");
    }
}
