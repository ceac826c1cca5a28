using System.Globalization;

namespace Slipway.Http;

/// <summary>Ends an attempt that gets no whole answer in time; what waits between attempts is above it.</summary>
internal sealed class DeadlineHandler(HttpMessageHandler inner, TimeProvider time, TimeSpan? usual = null) : DelegatingHandler(inner)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(100);

    private readonly TimeSpan _usual = usual ?? Usual;

    /// <summary>What a request adds to the usual time.</summary>
    public static HttpRequestOptionsKey<TimeSpan> More { get; } = new("slipway.more-time");

    /// <summary>Whether the answer's body is read by the one who asked, however long that takes.</summary>
    public static HttpRequestOptionsKey<bool> IsStreamed { get; } = new("slipway.is-streamed");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var limit = _usual + (request.Options.TryGetValue(More, out var more) ? more : TimeSpan.Zero);
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await base.SendAsync(request, either.Token);
            // An answer that breaks off is none, and must be seen by who may ask again.
            if (!request.Options.TryGetValue(IsStreamed, out var isStreamed) || !isStreamed)
                await answer.Content.LoadIntoBufferAsync(either.Token);
            return answer;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            answer?.Dispose();
            throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"no answer within {limit.TotalSeconds:0.##} seconds"), exception);
        }
        catch
        {
            answer?.Dispose();
            throw;
        }
    }
}
