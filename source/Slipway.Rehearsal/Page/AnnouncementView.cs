using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Slipway.Html;
using Slipway.Rehearsal.Discord;
using Slipway.Rehearsal.Mail;

namespace Slipway.Rehearsal.Page;

/// <summary>What Discord shows, and what lies in the mailbox.</summary>
internal static class AnnouncementView
{
    public static XElement? Of(ImmutableArray<DiscordMessage> messages, ImmutableArray<ReceivedMail> mails) => messages.Length + mails.Length == 0
        ? null
        : Section.Of("announcement", "Announcement", messages.Select(Message), mails.Select(Mail));

    private static XElement Message(DiscordMessage message) => Tag.Of(
        "details",
        Tag.Attribute("open", "open"),
        Tag.Of("summary", Tag.Of("strong", "Discord"), ": " + message.Content),
        (JsonNode.Parse(message.Json)?["embeds"] as JsonArray ?? []).OfType<JsonObject>().Select(Embed));

    private static XElement Embed(JsonObject embed) => Tag.Styled(
        "div",
        "file",
        Tag.Styled("p", "path", Text(embed, "title")),
        NotesText.Of(Text(embed, "description")),
        Tag.Of("ul", (embed["fields"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(field => Tag.Of("li", Text(field, "name") + ": ", Tag.Code(Text(field, "value").Replace("`", "", StringComparison.Ordinal))))));

    private static XElement Mail(ReceivedMail mail) => Tag.Of(
        "details",
        Tag.Of("summary", Tag.Of("strong", "Mail"), $" to {string.Join(", ", mail.Recipients)}"),
        Tag.Of("pre", mail.Text));

    private static string Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
