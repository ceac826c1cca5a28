using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>The object that the JSON file describes.</summary>
    public static T ReadJson<T>(this AbsolutePath path, JsonSerializerSettings? serializerSettings = null)
    {
        try
        {
            return path.ReadAllText().GetJson<T>(serializerSettings);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"File '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The JSON object of the file.</summary>
    public static JObject ReadJson(this AbsolutePath path, JsonSerializerSettings? serializerSettings = null) =>
        path.ReadJson<JObject>(serializerSettings);

    /// <summary>Writes the object as JSON.</summary>
    public static AbsolutePath WriteJson<T>(this AbsolutePath path, T obj, JsonSerializerSettings? serializerSettings = null) =>
        path.WriteAllText(obj.ToJson(serializerSettings));

    /// <summary>Reads the file's object, lets the action change it, and writes it back.</summary>
    public static AbsolutePath UpdateJson<T>(
        this AbsolutePath path,
        Action<T> update,
        JsonSerializerSettings? serializerSettings = null)
    {
        var obj = path.ReadJson<T>(serializerSettings);
        update(obj);
        return path.WriteJson(obj, serializerSettings);
    }

    /// <summary>Reads the file's object, lets the action change it, and writes it back.</summary>
    public static AbsolutePath UpdateJson(
        this AbsolutePath path,
        Action<JObject> update,
        JsonSerializerSettings? serializerSettings = null) =>
        path.UpdateJson<JObject>(update, serializerSettings);
}
