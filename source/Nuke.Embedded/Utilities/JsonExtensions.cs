using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nuke.Common.Utilities;

/// <summary>Objects to JSON and back.</summary>
public static class JsonExtensions
{
    /// <summary>The object as indented JSON, or as the settings say.</summary>
    public static string ToJson<T>(this T obj, JsonSerializerSettings? serializerSettings = null)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var writer = new JsonTextWriter(text);
        var serializer = JsonSerializer.CreateDefault(serializerSettings);
        writer.Formatting = serializerSettings?.Formatting ?? Formatting.Indented;
        serializer.Formatting = writer.Formatting;
        serializer.Serialize(writer, obj);
        return text.ToString();
    }

    /// <summary>The object that the JSON describes.</summary>
    public static T GetJson<T>(this string content, JsonSerializerSettings? serializerSettings = null) =>
        JsonConvert.DeserializeObject<T>(content, serializerSettings)!;

    /// <summary>The JSON object.</summary>
    public static JObject GetJson(this string content, JsonSerializerSettings? serializerSettings = null) =>
        content.GetJson<JObject>(serializerSettings);
}
