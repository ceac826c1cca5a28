namespace Slipway.Rehearsal.Tests.Releasing;

public class KillTests
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task A_release_that_was_ended_at_any_request_ends_the_same_the_next_time(bool afterAnswer, bool withJournal)
    {
        var expected = await Matrix.UndisturbedAsync();
        var cases = 0;
        for (var at = 1; ; at++)
        {
            await using var bench = await ReleaseBench.StartAsync(Matrix.Strict);
            var kill = new KillSwitch(at, afterAnswer);
            bench.Around = kill.Around;
            try
            {
                await bench.ReleaseAsync();
            }
            catch (OperationCanceledException)
            {
                cases++;
            }

            if (!kill.WasPulled)
                break;
            bench.Around = handler => handler;
            if (!withJournal)
                bench.LoseJournal();

            await bench.ReleaseAsync();

            (await bench.StateAsync()).ShouldBe(expected, $"ended at request {at}");
            (await bench.LatestAsync()).ShouldBe("v1.2.3");
        }

        cases.ShouldBeGreaterThan(20);
        TestContext.Current.SendDiagnosticMessage("{0} cases, all survived.", cases);
    }
}
