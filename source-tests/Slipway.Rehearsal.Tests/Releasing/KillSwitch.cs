namespace Slipway.Rehearsal.Tests.Releasing;

/// <summary>Ends a run at a request, before it is sent or after its answer: nothing of that run is sent any more.</summary>
internal sealed class KillSwitch(int at, bool afterAnswer)
{
    private int _sent;

    public bool WasPulled => Volatile.Read(ref _sent) >= at;

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Handler(this, inner);

    private sealed class Handler(KillSwitch kill, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref kill._sent);
            if (number == kill.At && kill.AfterAnswer)
                (await base.SendAsync(request, cancellationToken)).Dispose();
            return number < kill.At ? await base.SendAsync(request, cancellationToken) : throw new OperationCanceledException("killed");
        }
    }

    private int At => at;

    private bool AfterAnswer => afterAnswer;
}
