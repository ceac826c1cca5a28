using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Octokit;
using Slipway.Http;

namespace Slipway.Releasing.GitHub;

/// <summary>Answers that are not the right one, as what they mean.</summary>
internal static class Refusals
{
    private const int LongestSentence = 300;

    public static async Task<Exception> OfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode >= HttpStatusCode.InternalServerError || answer.StatusCode == HttpStatusCode.RequestTimeout)
            return new LostAnswerException(Status(answer.StatusCode));
        return Read(await answer.Content.ReadAsStringAsync(cancellationToken), answer.StatusCode, PatientHandler.IsLimit(answer), cause: null);
    }

    public static Exception Of(ApiException exception)
    {
        if (exception.StatusCode >= HttpStatusCode.InternalServerError || exception.StatusCode is HttpStatusCode.RequestTimeout or 0)
            return new LostAnswerException(Status(exception.StatusCode), exception);
        var isLimit = exception is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException or { StatusCode: HttpStatusCode.TooManyRequests };
        return Read(exception.HttpResponse?.Body as string ?? "", exception.StatusCode, isLimit, exception);
    }

    private static RefusedException Read(string body, HttpStatusCode status, bool isLimit, Exception? cause)
    {
        JsonObject? json = null;
        try
        {
            json = JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            // What stands between us and GitHub answers in HTML: the status has to do.
        }

        var errors = (json?["errors"] as JsonArray ?? []).Select(Error);
        return new RefusedException(new Refusal(status, Short(Text(json?["message"])) ?? Status(status), [.. errors], isLimit), cause);
    }

    // GitHub lists objects, and now and then sentences.
    private static RefusalError Error(JsonNode? error) => error is JsonObject fields
        ? new RefusalError(Text(fields["resource"]), Text(fields["code"]), Text(fields["field"]), Short(Text(fields["message"])))
        : new RefusalError(null, null, null, Short(Text(error)));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string? Short(string? text) => text is not { Length: > 0 } ? null : text.Length <= LongestSentence ? text : text[..LongestSentence] + "…";

    private static string Status(HttpStatusCode status) => status == 0 ? "no answer" : $"status {((int)status).ToString(CultureInfo.InvariantCulture)}";
}
