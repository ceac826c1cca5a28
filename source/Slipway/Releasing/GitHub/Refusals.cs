using System.Globalization;
using System.Net;
using System.Text.Json;
using Octokit;
using Slipway.Releasing.Http;

namespace Slipway.Releasing.GitHub;

/// <summary>Answers that are not the right one, as what they mean.</summary>
internal static class Refusals
{
    private const int LongestSentence = 300;

    public static async Task<Exception> OfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode >= HttpStatusCode.InternalServerError || answer.StatusCode == HttpStatusCode.RequestTimeout)
            return new LostAnswerException(Status(answer.StatusCode));
        var body = Read(await answer.Content.ReadAsStringAsync(cancellationToken));
        return new RefusedException(new Refusal(answer.StatusCode, Short(body?.Message) ?? Status(answer.StatusCode), body?.Errors ?? [], PatientHandler.IsLimit(answer)));
    }

    public static Exception Of(ApiException exception)
    {
        if (exception.StatusCode >= HttpStatusCode.InternalServerError || exception.StatusCode == HttpStatusCode.RequestTimeout || exception.StatusCode == 0)
            return new LostAnswerException(Status(exception.StatusCode), exception);
        var errors = (exception.ApiError?.Errors ?? []).Select(error => new RefusalError(error.Resource, error.Code, error.Field, error.Message));
        var isLimit = exception is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException or { StatusCode: HttpStatusCode.TooManyRequests };
        return new RefusedException(new Refusal(exception.StatusCode, Short(exception.ApiError?.Message) ?? Status(exception.StatusCode), [.. errors], isLimit), exception);
    }

    private static RefusalAnswer? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, GitHubJson.Default.RefusalAnswer);
        }
        catch (JsonException)
        {
            // What stands between us and GitHub answers in HTML.
            return null;
        }
    }

    private static string? Short(string? text) => text is not { Length: > 0 } ? null : text.Length <= LongestSentence ? text : text[..LongestSentence] + "…";

    private static string Status(HttpStatusCode status) => status == 0 ? "no answer" : $"status {((int)status).ToString(CultureInfo.InvariantCulture)}";
}
