using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Slipway;

/// <summary>Reads what others have written: what is missing is refused, not taken for nothing.</summary>
internal sealed class StrictJson
{
    /// <summary>How types look to it, for a schema.</summary>
    public JsonSerializerOptions Options { get; }

    /// <param name="context">Knows the types; null may be left out only where a type says so.</param>
    public StrictJson(JsonSerializerContext context) => Options = new(context.Options)
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = context.WithAddedModifier(RequireWhatIsAlwaysWritten),
    };

    /// <exception cref="JsonException">The text is not what it should be.</exception>
    public T Read<T>(string json)
    {
        RefuseNullElements(json, Options.MaxDepth);
        return JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)))
            ?? throw new JsonException("It is null.", "$", 0, 0);
    }

    private static void RequireWhatIsAlwaysWritten(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired = property is { AssociatedParameter.HasDefaultValue: false, IsSetNullable: false };
    }

    // The annotations of elements are not looked at by the serializer.
    private static void RefuseNullElements(string json, int maxDepth)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = maxDepth });
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
