using Slipway.Benchmarks;

namespace Slipway.Tests.Benchmarks;

public class InterleavedTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Base_and_head_take_turns_so_that_a_steady_change_hits_both()
    {
        var order = "";

        var blocks = await RunAsync(4, Long, side => order += side);

        order.ShouldBe("bhhbbhhb");
        (blocks.Before.Length, blocks.After.Length).ShouldBe((4, 4));
    }

    [Fact]
    public async Task Without_time_there_is_one_turn_all_the_same()
    {
        var order = "";

        await RunAsync(100, TimeSpan.Zero, side => order += side);

        order.ShouldBe("bhhb");
    }

    [Fact]
    public async Task A_benchmark_that_only_one_side_has_is_among_the_names()
    {
        var blocks = await RunAsync(2, Long, _ => { });

        blocks.Names.ShouldBe(["b", "both", "h"]);
        blocks.Of("b").After.ShouldBeEmpty();
        blocks.Of("both").After.ShouldAllBe(block => block.Length == 2 && block[0] == 1);
    }

    private static Task<Interleaved> RunAsync(int pairs, TimeSpan time, Action<string> note)
    {
        Func<CancellationToken, Task<BenchmarkBlock>> Side(string name) => _ =>
        {
            note(name);
            return Task.FromResult(BenchmarkBlock.Of([new("both", 2, 8), new("both", 5, 5), new(name, 1, 1)]));
        };
        return Interleaved.RunAsync(Side("b"), Side("h"), pairs, time, TestContext.Current.CancellationToken);
    }
}
