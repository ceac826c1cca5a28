using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Discord;

/// <summary>How long the parts of a message may be.</summary>
internal static class MessageCheck
{
    private const int MostEmbeds = 10;
    private const int MostFields = 25;
    private const int MostOfAll = 6000;

    /// <exception cref="DiscordException">It is empty, or too much.</exception>
    public static void Ensure(JsonObject message)
    {
        EnsureLength(message.Text("content"), "content", 2000);
        EnsureLength(message.Text("username"), "username", 80);
        var embeds = (message["embeds"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (embeds.Count > MostEmbeds)
            throw DiscordException.Invalid("embeds", "BASE_TYPE_MAX_LENGTH", $"Must be {MostEmbeds} or fewer in length.");
        if (string.IsNullOrEmpty(message.Text("content")) && embeds.Count == 0)
            throw new DiscordException(400, 50006, "Cannot send an empty message");
        if (embeds.Select(LengthOf).Sum() > MostOfAll)
            throw DiscordException.Invalid("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostOfAll}");
    }

    private static int LengthOf(JsonObject embed, int at)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"embeds.{at}");
        var fields = (embed["fields"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (fields.Count > MostFields)
            throw DiscordException.Invalid($"{place}.fields", "BASE_TYPE_MAX_LENGTH", $"Must be {MostFields} or fewer in length.");
        var length = EnsureLength(embed.Text("title"), $"{place}.title", 256)
            + EnsureLength(embed.Text("description"), $"{place}.description", 4096)
            + EnsureLength((embed["footer"] as JsonObject)?.Text("text"), $"{place}.footer.text", 2048)
            + EnsureLength((embed["author"] as JsonObject)?.Text("name"), $"{place}.author.name", 256);
        return length + fields.Sum(field =>
            EnsureLength(field.Text("name"), $"{place}.fields.name", 256, required: true)
            + EnsureLength(field.Text("value"), $"{place}.fields.value", 1024, required: true));
    }

    private static int EnsureLength(string? text, string field, int most, bool required = false)
    {
        if (required && string.IsNullOrEmpty(text))
            throw DiscordException.Invalid(field, "BASE_TYPE_REQUIRED", "This field is required");
        return (text?.Length ?? 0) > most
            ? throw DiscordException.Invalid(field, "BASE_TYPE_MAX_LENGTH", string.Create(CultureInfo.InvariantCulture, $"Must be {most} or fewer in length."))
            : text?.Length ?? 0;
    }
}
