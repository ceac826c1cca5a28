using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Reporting;

/// <summary>Reads files that others may have written: what is missing is refused, not taken for nothing.</summary>
internal static class StrictJson
{
    internal static readonly JsonSerializerOptions Options = new(ReportJson.Default.Options)
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = ReportJson.Default.WithAddedModifier(RequireWhatIsAlwaysWritten),
    };

    /// <exception cref="JsonException">The text is not what it should be.</exception>
    public static T Read<T>(string json)
    {
        RefuseNullElements(json);
        return JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)))
            ?? throw new JsonException("It is null.", "$", 0, 0);
    }

    private static void RequireWhatIsAlwaysWritten(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired = property is { AssociatedParameter.HasDefaultValue: false, IsSetNullable: false };
    }

    // The annotations of elements are not looked at by the serializer.
    internal static void RefuseNullElements(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var inArray = new Stack<bool>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    inArray.Push(reader.TokenType == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    inArray.Pop();
                    break;
                case JsonTokenType.Null when inArray.TryPeek(out var isElement) && isElement:
                    throw new JsonException("An element of a list is null.");
            }
        }
    }
}
