using System.Text.Json.Nodes;

namespace Slipway.Messages;

/// <summary>A message as Discord's JSON; limits are in characters: https://discord.com/developers/docs/resources/message</summary>
internal static class DiscordText
{
    private const int MostOfContent = 400;
    private const int MostOfTitle = 256;
    private const int MostOfDescription = 2000;
    private const int MostOfField = 1024;
    private const int MostOfLine = 200;
    private const int Green = 3066993;
    private const int Red = 15158332;

    // What is ours to say; the rest of what Discord shows is its own.
    private static readonly string[] Said = ["content", "embeds"];

    public static JsonObject Of(Message message)
    {
        var embed = new JsonObject
        {
            ["title"] = Excerpt.Line(message.Title, MostOfTitle),
            ["color"] = message.Tone == MessageTone.Good ? Green : Red,
            ["fields"] = new JsonArray([.. message.Fields.Where(field => !field.Lines.IsEmpty).Select(Field)]),
        };
        if (message.Link is { } link)
            embed["url"] = link.AbsoluteUri;
        if (Excerpt.Within(message.Text, MostOfDescription, message.Link).Trim() is { Length: > 0 } text)
            embed["description"] = text;
        return new JsonObject
        {
            ["content"] = $"{(message.Tone == MessageTone.Good ? "✅" : "❌")} {Excerpt.Line(message.Headline, MostOfContent)}",
            ["embeds"] = new JsonArray(embed),
            // Texts may have names in them: nobody is called.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    /// <summary>Whether what is there says all that is to be said, whatever Discord has added.</summary>
    public static bool IsSaid(JsonObject message, JsonNode? there) => Said.All(key => IsWithin(message[key], there?[key]));

    private static JsonNode Field(MessageField field)
    {
        // In code, nothing is Markdown; a mark for code within would end it.
        var lines = field.Lines.Select(line => $"`{Excerpt.Line(line.Replace('`', '\''), MostOfLine)}`").ToList();
        return new JsonObject { ["name"] = field.Name, ["value"] = Excerpt.Lines(lines, MostOfField), ["inline"] = true };
    }

    private static bool IsWithin(JsonNode? ours, JsonNode? theirs) => (ours, theirs) switch
    {
        (JsonObject all, JsonObject there) => all.All(x => IsWithin(x.Value, there[x.Key])),
        (JsonArray all, JsonArray there) => all.Count == there.Count && all.Zip(there).All(x => IsWithin(x.First, x.Second)),
        _ => JsonNode.DeepEquals(ours, theirs),
    };
}
