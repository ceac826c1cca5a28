using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>Values to JSON and back.</summary>
internal static class ExpressionJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ExpressionValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            Write(writer, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static ExpressionValue Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            // Not what it found there: that may be part of a secret.
            throw new ExpressionException(FormattableString.Invariant(
                $"fromJSON was given a text that is not JSON, at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}."));
        }
        catch (InvalidOperationException)
        {
            throw new ExpressionException("fromJSON was given a text with half a character in it.");
        }
    }

    private static ExpressionValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => ExpressionValue.Of(true),
        JsonValueKind.False => ExpressionValue.Of(false),
        JsonValueKind.Number => ExpressionValue.Of(element.GetDouble()),
        JsonValueKind.String => ExpressionValue.Of(element.GetString()),
        JsonValueKind.Array => ExpressionValue.Of(element.EnumerateArray().Select(Read)),
        JsonValueKind.Object => ExpressionValue.Of(element.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Read(property.Value)))),
        _ => ExpressionValue.Nothing,
    };

    private static void Write(Utf8JsonWriter writer, ExpressionValue value)
    {
        switch (value)
        {
            case ExpressionValue.Logical logical:
                writer.WriteBooleanValue(logical.Value);
                break;
            case ExpressionValue.Number number when double.IsFinite(number.Value):
                writer.WriteRawValue(number.AsText);
                break;
            case ExpressionValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case ExpressionValue.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ExpressionValue.Map map:
                writer.WriteStartObject();
                foreach (var (name, item) in map.Entries)
                {
                    writer.WritePropertyName(name);
                    Write(writer, item);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
