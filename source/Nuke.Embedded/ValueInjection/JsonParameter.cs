using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary>Values of a parameter file.</summary>
internal static class JsonParameter
{
    public static object? Convert(JsonElement element, BuildParameter parameter, AbsolutePath root, string source)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => ToObject(element, parameter.Type),
                JsonValueKind.Array when element.EnumerateArray().Any(x => x.ValueKind == JsonValueKind.Object) => ToObject(element, parameter.Type),
                JsonValueKind.Array => ParameterConverter.Convert([.. element.EnumerateArray().Select(Text)], parameter, root),
                _ => ParameterConverter.Convert([Text(element)], parameter, root),
            };
        }
        catch (FormatException exception)
        {
            var message = parameter.IsSecret ? "the value does not fit (not shown: it is a secret)" : exception.Message;
            throw new BuildUsageException($"{source}: {message}{(message.EndsWith('?') ? "" : ".")}");
        }
    }

    private static string Text(JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        return text.StartsWith("v1:", StringComparison.Ordinal)
            ? throw new FormatException("encrypted values are not supported; give the secret in the environment")
            : text;
    }

    private static object? ToObject(JsonElement element, Type type)
    {
        try
        {
            return Newtonsoft.Json.JsonConvert.DeserializeObject(element.GetRawText(), type);
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            throw new FormatException($"this is not a {type.Name}: {exception.Message.TrimEnd('.')}", exception);
        }
    }
}
