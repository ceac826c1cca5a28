namespace Slipway.Http;

/// <summary>Lets changes through as fast as a server likes them, before it has to say so.</summary>
/// <param name="perMinute">GitHub takes about 80 requests a minute that create something: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api</param>
/// <param name="perHour">And about 500 an hour.</param>
public sealed class Pace(TimeProvider time, int perMinute = 80, int perHour = 500)
{
    private readonly Lock _lock = new();
    // In the order in which they may go, also those that are still to come.
    private readonly List<DateTimeOffset> _starts = [];

    /// <summary>Comes back when one more may go.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var pause = Take() - time.GetUtcNow();
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, time, cancellationToken);
    }

    /// <summary>When the next one may go; it counts as gone then.</summary>
    internal DateTimeOffset Take()
    {
        lock (_lock)
        {
            var start = time.GetUtcNow();
            start = Later(start, perMinute, TimeSpan.FromMinutes(1));
            start = Later(start, perHour, TimeSpan.FromHours(1));
            _starts.Add(start);
            if (_starts.Count > Math.Max(perMinute, perHour))
                _starts.RemoveAt(0);
            return start;
        }
    }

    private DateTimeOffset Later(DateTimeOffset start, int most, TimeSpan span) =>
        _starts.Count >= most && _starts[^most] + span > start ? _starts[^most] + span : start;
}
