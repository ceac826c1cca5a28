using System.Globalization;
using System.Net;
using Polly;
using Polly.Retry;

namespace Slipway.Http;

/// <summary>
/// Asks again what may be asked again: anything that was refused for being too much, and reads that got no proper answer.
/// A change that got none may have happened, so that its maker has to look.
/// </summary>
public sealed class PatientHandler : DelegatingHandler
{
    private const int MostRetries = 6;

    // What GitHub asks for when it names no time: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    private static readonly TimeSpan PauseAfterLimit = TimeSpan.FromMinutes(1);

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly TimeSpan _longest;
    private readonly TimeProvider _time;

    /// <param name="longest">The longest pause that is worth waiting; an answer that asks for more is handed on.</param>
    /// <param name="firstPause">Before the first of the retries that nobody names a time for; each is twice the one before.</param>
    public PatientHandler(HttpMessageHandler inner, TimeProvider time, TimeSpan? longest = null, TimeSpan? firstPause = null) : base(inner)
    {
        _time = time;
        _longest = longest ?? TimeSpan.FromMinutes(10);
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MostRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = firstPause ?? TimeSpan.FromSeconds(1),
                MaxDelay = PauseAfterLimit,
                ShouldHandle = x => ValueTask.FromResult(MayAskAgain(x.Outcome, x.Context)),
                DelayGenerator = x => ValueTask.FromResult(x.Outcome.Result is { } answer ? PauseOf(answer) : null),
            })
            .Build();
    }

    /// <summary>Whether an answer says that it was asked too much, and nothing was done.</summary>
    public static bool IsLimit(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.TooManyRequests
        || (answer.StatusCode == HttpStatusCode.Forbidden && (answer.Headers.RetryAfter is not null || Header(answer, "x-ratelimit-remaining") == "0"));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(IsRead, request.Method == HttpMethod.Get || request.Method == HttpMethod.Head);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, state) => await state.Handler.SendOnceAsync(state.Request, context.CancellationToken),
                context,
                (Handler: this, Request: request));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePropertyKey<bool> IsRead { get; } = new("slipway.is-read");

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);

    private bool MayAskAgain(Outcome<HttpResponseMessage> outcome, ResilienceContext context)
    {
        var isRead = context.Properties.GetValue(IsRead, false);
        if (outcome.Result is not { } answer)
            return isRead && outcome.Exception is HttpRequestException or IOException;
        return IsLimit(answer)
            ? PauseOf(answer) is not { } pause || pause <= _longest
            : isRead && answer.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
    }

    private TimeSpan? PauseOf(HttpResponseMessage answer)
    {
        var named = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ when Header(answer, "x-ratelimit-remaining") == "0"
                && long.TryParse(Header(answer, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() => DateTimeOffset.FromUnixTimeSeconds(seconds) - _time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return named is { } pause ? (pause > TimeSpan.Zero ? pause : TimeSpan.Zero)
            : IsLimit(answer) ? PauseAfterLimit
            : null;
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
