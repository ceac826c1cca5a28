using Slipway.Http;

namespace Slipway.Tests.Http;

public class PaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_minute_takes_so_many_and_the_next_ones_follow_when_the_first_are_a_minute_old()
    {
        var time = new Clock();
        var pace = new Pace(time, perMinute: 3, perHour: 100);

        Seconds(pace, 2).ShouldBe([0, 0]);
        time.Now += TimeSpan.FromSeconds(20);
        Seconds(pace, 5).ShouldBe([20, 60, 60, 80, 120]);
    }

    [Fact]
    public void An_hour_takes_so_many()
    {
        var time = new Clock();
        var pace = new Pace(time, perMinute: 2, perHour: 3);

        Seconds(pace, 5).ShouldBe([0, 0, 60, 3600, 3600]);
    }

    [Fact]
    public void Who_comes_later_waits_for_nothing()
    {
        var time = new Clock();
        var pace = new Pace(time, perMinute: 1, perHour: 2);
        Seconds(pace, 2).ShouldBe([0, 60]);

        time.Now += TimeSpan.FromHours(3);

        Seconds(pace, 1).ShouldBe([10800]);
    }

    [Fact]
    public async Task The_wait_is_as_long_as_it_has_to_be()
    {
        var pace = new Pace(TimeProvider.System, perMinute: 1, perHour: 10);
        await pace.WaitAsync(TestContext.Current.CancellationToken);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        await Should.ThrowAsync<OperationCanceledException>(() => pace.WaitAsync(soon.Token));
    }

    private static IEnumerable<double> Seconds(Pace pace, int count) => [.. Enumerable.Range(0, count).Select(_ => (pace.Take() - Start).TotalSeconds)];

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
