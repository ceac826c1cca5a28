namespace Slipway.Reporting;

/// <summary>Asks again after failures that pass, as long as it is worth the wait.</summary>
internal sealed class GitHubPatience(TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>How long a pipeline waits for a comment, all in all.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <exception cref="GitHubException">It did not pass in time, or will not.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> question, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await question();
            }
            catch (GitHubException refusal) when (refusal.IsTemporary && attempt < MostAttempts)
            {
                var wait = WaitFor(refusal, attempt);
                if (clock.GetElapsedTime(started) + wait > Limit)
                    throw;
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    private TimeSpan WaitFor(GitHubException refusal, int attempt)
    {
        var asked = refusal.RetryAfter?.Delta ?? (refusal.RetryAfter?.Date - clock.GetUtcNow());
        var backoff = FirstWait * Math.Pow(2, attempt - 1);
        return asked is { } time && time > backoff ? time : backoff;
    }
}
