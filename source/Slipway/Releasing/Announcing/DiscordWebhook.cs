using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Releasing.Http;

namespace Slipway.Releasing.Announcing;

/// <summary>A webhook of Discord: https://discord.com/developers/docs/resources/webhook</summary>
/// <param name="address">Secret: who knows it may write.</param>
public sealed class DiscordWebhook(Uri address, HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient _client = Sending.Client(handler);

    /// <summary>Posts a message, and gives its id.</summary>
    /// <exception cref="SlipwayException">Discord refuses it; nothing was posted.</exception>
    /// <exception cref="UncertainException">Nobody knows whether it was posted.</exception>
    public async Task<string> PostAsync(JsonObject message, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.PostAsync(new Uri($"{Plain}?wait=true"), JsonContent.Create<JsonNode>(message, MessageJson.Default.JsonNode), cancellationToken);
            if ((int)answer.StatusCode >= 500)
                throw new UncertainException($"Discord answers {Number(answer)}", null);
            if (!answer.IsSuccessStatusCode)
                throw Refused(answer, "does not take the announcement");
            var posted = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return (string?)posted?["id"] ?? throw new UncertainException("Discord's answer has no id", null);
        }
        catch (Exception exception) when (IsLost(exception, cancellationToken))
        {
            // The words of the exception can name the address.
            throw new UncertainException("Discord does not answer", exception);
        }
    }

    /// <summary>Whether a message is there.</summary>
    /// <exception cref="SlipwayException">Discord cannot be asked.</exception>
    public async Task<bool> HasAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri($"{Plain}/messages/{Uri.EscapeDataString(id)}"), cancellationToken);
            return answer.StatusCode == System.Net.HttpStatusCode.NotFound ? false : answer.IsSuccessStatusCode ? true : throw Refused(answer, $"does not say whether it has message {id}");
        }
        catch (Exception exception) when (IsLost(exception, cancellationToken))
        {
            throw new SlipwayException(ErrorKind.Environment, $"Discord does not say whether it has message {id}: it does not answer.", "Run Announce again.", cause: exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private string Plain => address.GetLeftPart(UriPartial.Path);

    private static bool IsLost(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested);

    private static SlipwayException Refused(HttpResponseMessage answer, string what) => new(
        ErrorKind.Environment,
        $"Discord {what} ({Number(answer)}).",
        (int)answer.StatusCode is 401 or 403 or 404 ? "The webhook is gone or its address is wrong: mend the secret DISCORD_WEBHOOK, and run Announce again." : "Run Announce again.");

    private static string Number(HttpResponseMessage answer) => ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Nobody knows whether something happened.</summary>
public sealed class UncertainException(string why, Exception? cause) : Exception(why, cause);

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonNode))]
internal sealed partial class MessageJson : System.Text.Json.Serialization.JsonSerializerContext;
