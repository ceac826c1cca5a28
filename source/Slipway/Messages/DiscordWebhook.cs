using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Slipway.Http;

namespace Slipway.Messages;

/// <summary>A webhook of Discord: https://discord.com/developers/docs/resources/webhook</summary>
/// <param name="address">Secret: who knows it may write. What stands in its query, such as a thread, is kept.</param>
public sealed partial class DiscordWebhook(Uri address, HttpMessageHandler handler) : IChannel
{
    // Codes of Discord: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
    private const int UnknownMessage = 10008;
    private const int MostOfWords = 200;

    private readonly HttpClient _client = Sending.Client(handler);

    public string Key => "discord";

    public string Name => "Discord";

    public string Way => "on Discord";

    public string Call => "POST /webhooks/…?wait=true";

    /// <summary>Not: each posting is a message of its own, and Discord lists none.</summary>
    public bool MayRepeat => false;

    /// <summary>The address of a webhook, from the text that a person has copied.</summary>
    /// <exception cref="SlipwayException">It is none; the error does not repeat it.</exception>
    public static Uri Parse(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && PathOfWebhook().IsMatch(address.AbsolutePath)
            ? address
            : throw new SlipwayException(
                ErrorKind.Configuration,
                "DISCORD_WEBHOOK is not the address of a webhook.",
                "Copy it in Discord (Edit Channel, Integrations, Webhooks, Copy Webhook URL); it reads https://discord.com/api/webhooks/ID/TOKEN.");

    public async Task<string> SendAsync(Message message, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await SayAsync(HttpMethod.Post, "", "wait=true", DiscordText.Of(message), cancellationToken);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                throw new UncertainException($"Discord answers {Number(answer)}", null);
            if (!answer.IsSuccessStatusCode)
                throw Refused(answer, await ReadAsync(answer, cancellationToken));
            return (string?)(await ReadAsync(answer, cancellationToken))?["id"] ?? throw new UncertainException("Discord's answer has no id", null);
        }
        catch (Exception exception) when (IsLost(exception, cancellationToken))
        {
            // The words of the exception can name the address.
            throw new UncertainException("Discord does not answer", exception);
        }
    }

    public async Task<bool> UpdateAsync(string id, Message message, CancellationToken cancellationToken)
    {
        var (path, text) = ($"/messages/{Uri.EscapeDataString(id)}", DiscordText.Of(message));
        try
        {
            using var seen = await _client.GetAsync(At(path), cancellationToken);
            if (!await IsThereAsync(seen, cancellationToken))
                return false;
            if (DiscordText.IsSaid(text, await ReadAsync(seen, cancellationToken)))
                return true;
            using var edited = await SayAsync(HttpMethod.Patch, path, null, text, cancellationToken);
            return await IsThereAsync(edited, cancellationToken);
        }
        catch (Exception exception) when (IsLost(exception, cancellationToken))
        {
            throw new SlipwayException(ErrorKind.Environment, "Discord does not answer.", "Run it again.", cause: exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SayAsync(HttpMethod method, string path, string? query, JsonObject text, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, At(path, query)) { Content = JsonContent.Create<JsonNode>(text, MessageJson.Default.JsonNode) };
        return await _client.SendAsync(request, cancellationToken);
    }

    private Uri At(string path, string? query = null)
    {
        var parts = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("wait=", StringComparison.Ordinal))
            .Concat(query is null ? [] : [query])
            .ToList();
        return new Uri($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}{path}{(parts.Count == 0 ? "" : $"?{string.Join('&', parts)}")}");
    }

    private static async Task<bool> IsThereAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
            return true;
        var body = await ReadAsync(answer, cancellationToken);
        // A webhook that is gone answers 404 too, and then nobody knows about the message.
        return answer.StatusCode == HttpStatusCode.NotFound && body?["code"] is JsonValue code && code.TryGetValue(out int number) && number == UnknownMessage
            ? false
            : throw Refused(answer, body);
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // What stands before Discord answers with pages of its own.
            return null;
        }
    }

    private static bool IsLost(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested);

    private static SlipwayException Refused(HttpResponseMessage answer, JsonNode? body) => new(
        ErrorKind.Environment,
        $"Discord does not take the message ({Number(answer)}{(body?["message"] is JsonValue words && words.TryGetValue(out string? text) ? $": {Excerpt.Line(text, MostOfWords)}" : "")}).",
        (int)answer.StatusCode is 401 or 403 or 404 ? "The webhook is gone or its address is wrong: mend the secret DISCORD_WEBHOOK, and run it again." : "Run it again.");

    private static string Number(HttpResponseMessage answer) => ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^/api(/v[0-9]+)?/webhooks/[0-9]+/[^/]+/?$", RegexOptions.CultureInvariant)]
    private static partial Regex PathOfWebhook();
}

[JsonSerializable(typeof(JsonNode))]
internal sealed partial class MessageJson : JsonSerializerContext;
