using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Releasing;

/// <summary>
/// The text of a release on GitHub: the notes, and below them, unseen by readers, what a release keeps for the next run on
/// another machine. Title and text can be changed even when a release is immutable.
/// </summary>
/// <param name="Notes">Markdown, without trailing empty lines.</param>
/// <param name="Record">Such as the id of the announcement; nothing secret.</param>
public sealed record ReleaseBody(string Notes, ImmutableSortedDictionary<string, string> Record)
{
    private const string Start = "\n\n<!-- slipway: ";
    private const string End = " -->";

    /// <summary>What GitHub takes at most, in characters: https://docs.github.com/rest/releases/releases.</summary>
    public const int Limit = 125_000;

    /// <summary>What of <see cref="Limit"/> is kept for the record.</summary>
    public const int Reserve = 2_000;

    public static ReleaseBody Parse(string? text)
    {
        text = (text ?? "").ReplaceLineEndings("\n").TrimEnd();
        var start = text.LastIndexOf(Start, StringComparison.Ordinal);
        if (start >= 0 && text.EndsWith(End, StringComparison.Ordinal))
        {
            try
            {
                var record = JsonSerializer.Deserialize(text[(start + Start.Length)..^End.Length], BodyJson.Lines.DictionaryStringString);
                if (record is not null)
                    return new(text[..start].TrimEnd(), record.ToImmutableSortedDictionary(StringComparer.Ordinal));
            }
            catch (JsonException)
            {
                // Somebody has changed the text by hand: it is all notes then.
            }
        }

        return new(text, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
    }

    /// <summary>As it stands on GitHub.</summary>
    public override string ToString() => Record.IsEmpty
        ? Notes.TrimEnd()
        : Notes.TrimEnd() + Start + JsonSerializer.Serialize(new Dictionary<string, string>(Record), BodyJson.Lines.DictionaryStringString) + End;
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class BodyJson : JsonSerializerContext
{
    // The default encoder: '>' is escaped, so that no value ends the comment.
    public static BodyJson Lines => field ??= new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default });
}
