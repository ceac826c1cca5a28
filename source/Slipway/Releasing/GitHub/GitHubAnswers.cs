using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Releasing.GitHub;

/// <summary>Answers of GitHub's, or the news that there was none.</summary>
internal static class GitHubAnswers
{
    /// <summary>What is said of an answer that somebody else gave.</summary>
    public const string OfOthers = "an answer that is none of GitHub's";

    /// <exception cref="LostAnswerException">The connection broke: what was asked for may have been done.</exception>
    public static async Task<HttpResponseMessage> AskAsync(this HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new LostAnswerException("the connection broke", exception);
        }
    }

    /// <exception cref="LostAnswerException">It is none of GitHub's.</exception>
    public static async Task<T> ContentAsync<T>(this HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(cancellationToken), type) ?? throw new LostAnswerException(OfOthers);
        }
        catch (JsonException exception)
        {
            throw new LostAnswerException(OfOthers, exception);
        }
    }
}
