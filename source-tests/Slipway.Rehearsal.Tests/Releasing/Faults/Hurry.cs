using Slipway.Http;

namespace Slipway.Rehearsal.Tests.Releasing.Faults;

/// <summary>Has little time for one request and a lot for all others, so that a busy machine is not taken for a slow server.</summary>
internal sealed class Hurry(Place place)
{
    public static TimeSpan Short { get; } = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private int _seen;

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Handler(this, inner);

    private bool Names(HttpRequestMessage request) =>
        request.Method.Method == place.Method && request.RequestUri!.AbsolutePath == place.Path && Interlocked.Increment(ref _seen) == place.Occurrence;

    private sealed class Handler(Hurry hurry, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Options.Set(DeadlineHandler.More, hurry.Names(request) ? TimeSpan.Zero : Long);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
