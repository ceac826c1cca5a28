using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>A message as it is kept until it is told.</summary>
[JsonSerializable(typeof(KeptMessage))]
internal sealed partial class AlertJson : JsonSerializerContext
{
    private const int MostOfText = 20_000;

    public static string Write(Message message) => JsonSerializer.Serialize(
        new KeptMessage(
            message.Headline,
            message.Title,
            message.Link?.AbsoluteUri,
            Excerpt.Within(message.Text, MostOfText, message.Link),
            [.. message.Fields.Select(field => new KeptField(field.Name, [.. field.Lines]))],
            message.Tone == MessageTone.Good),
        Default.KeptMessage);

    /// <param name="otherwise">What is said of a problem whose message another version has kept.</param>
    public static Message Read(string json, string otherwise)
    {
        try
        {
            if (JsonSerializer.Deserialize(json, Default.KeptMessage) is { Headline: not null, Fields: not null } kept)
            {
                return new Message(
                    "",
                    kept.Headline,
                    kept.Title ?? "",
                    Uri.TryCreate(kept.Link, UriKind.Absolute, out var link) ? link : null,
                    kept.Text ?? "",
                    [.. kept.Fields.Select(field => new MessageField(field.Name ?? "", [.. field.Lines ?? []]))],
                    kept.IsGood ? MessageTone.Good : MessageTone.Bad);
            }
        }
        catch (JsonException)
        {
        }

        return new Message("", otherwise, "The problem", Link: null, "", [], MessageTone.Bad);
    }
}

internal sealed record KeptMessage(string Headline, string? Title, string? Link, string? Text, KeptField[] Fields, bool IsGood);

internal sealed record KeptField(string? Name, string[]? Lines);
