namespace Slipway.Http;

/// <summary>How everything is sent that a release sends: with a limit for each attempt, and patience between them.</summary>
public static class Sending
{
    /// <summary>What sends; a fresh one for each client.</summary>
    /// <param name="limit">For one attempt; null is the usual.</param>
    public static HttpMessageHandler Handler(TimeProvider time, TimeSpan? limit = null) =>
        new PatientHandler(new DeadlineHandler(new SocketsHttpHandler(), time, limit), time);

    /// <summary>A client without a limit of its own, which would also count the pauses that servers ask for.</summary>
    internal static HttpClient Client(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("slipway");
        return client;
    }
}
