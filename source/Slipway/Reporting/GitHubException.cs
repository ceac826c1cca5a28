using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Octokit;

namespace Slipway.Reporting;

/// <summary>What kind of no it is.</summary>
public enum GitHubProblem
{
    Unknown,
    BadToken,
    Forbidden,
    NotFound,
    TooMany,
    ServerError,
    Unreachable,
}

/// <summary>
/// Why GitHub did not do what it was asked. The sentence holds nothing that came from outside but numbers: messages of
/// servers and of the HTTP client can repeat what was sent to them.
/// </summary>
public sealed class GitHubException(GitHubProblem problem, string sentence, Exception cause) : Exception(sentence, cause)
{
    public GitHubProblem Problem { get; } = problem;

    public bool IsTemporary => Problem is GitHubProblem.TooMany or GitHubProblem.ServerError or GitHubProblem.Unreachable;

    /// <summary>When GitHub wants to be asked again, as it says itself.</summary>
    internal RetryConditionHeaderValue? RetryAfter { get; private init; }

    internal static GitHubException Of(Exception exception) => exception switch
    {
        GitHubException refusal => refusal,
        ApiException answer => OfAnswer(answer),
        // Timeouts of the client end as cancellations.
        HttpRequestException or IOException or OperationCanceledException or TimeoutException =>
            new GitHubException(GitHubProblem.Unreachable, "GitHub could not be reached", exception),
        _ => new GitHubException(GitHubProblem.Unknown, $"GitHub could not be asked ({exception.GetType().Name})", exception),
    };

    private static GitHubException OfAnswer(ApiException answer)
    {
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        var reason = answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => GitHubProblem.BadToken,
            HttpStatusCode.TooManyRequests => GitHubProblem.TooMany,
            HttpStatusCode.Forbidden when IsLimited(answer) => GitHubProblem.TooMany,
            HttpStatusCode.Forbidden => GitHubProblem.Forbidden,
            HttpStatusCode.NotFound => GitHubProblem.NotFound,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => GitHubProblem.ServerError,
            _ => GitHubProblem.Unknown,
        };
        var sentence = reason switch
        {
            GitHubProblem.BadToken => "the token is not valid",
            GitHubProblem.TooMany => "GitHub was asked too often",
            GitHubProblem.Forbidden or GitHubProblem.NotFound => $"the token may not write there ({status}): from a fork it never may, "
                + "elsewhere the job needs the permission pull-requests: write",
            _ => $"GitHub answered {status}",
        };
        return new GitHubException(reason, sentence, answer) { RetryAfter = FindRetryAfter(answer) };
    }

    private static bool IsLimited(ApiException answer) =>
        answer is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException
        || Header(answer, "Retry-After") is not null
        || Header(answer, "X-RateLimit-Remaining") == "0";

    private static RetryConditionHeaderValue? FindRetryAfter(ApiException answer)
    {
        if (Header(answer, "Retry-After") is { } text && RetryConditionHeaderValue.TryParse(text, out var value))
            return value;
        // The reset is always there; it counts when nothing is left.
        return Header(answer, "X-RateLimit-Remaining") == "0"
            && long.TryParse(Header(answer, "X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new RetryConditionHeaderValue(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
    }

    private static string? Header(ApiException answer, string name) => answer.HttpResponse?.Headers
        .FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
