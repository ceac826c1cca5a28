using System.Runtime.CompilerServices;
using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary>One <c>.nuke/parameters*.json</c>: values by exact name, with the line each stands on.</summary>
internal sealed class ParameterFile
{
    private readonly Dictionary<string, ParameterFileValue> _values = new(StringComparer.Ordinal);

    private ParameterFile(string displayName) => DisplayName = displayName;

    public string DisplayName { get; }

    public IEnumerable<string> Names => _values.Keys;

    public static ParameterFile? Load(AbsolutePath root, string? profile)
    {
        var name = profile == null ? "parameters.json" : $"parameters.{profile}.json";
        var file = root / ".nuke" / name;
        var result = new ParameterFile(".nuke/" + name);
        if (!File.Exists(file))
        {
            return profile == null
                ? null
                : throw new BuildUsageException($"--profile {profile}: there is no {result.DisplayName}.{Suggestion.For(profile, ProfilesIn(root))}");
        }

        var content = File.ReadAllText(file);
        if (PlainParameters.TryRead(content) is not { } plain)
        {
            result.ReadJson(content);
            return result;
        }

        foreach (var (parameter, value) in plain)
            result._values[parameter] = value;
        return result;
    }

    public ParameterFileValue? Find(string name) => _values.GetValueOrDefault(name);

    // Apart, so that System.Text.Json is only loaded for files that need it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadJson(string content)
    {
        try
        {
            Read(System.Text.Encoding.UTF8.GetBytes(content));
        }
        catch (JsonException exception)
        {
            throw new BuildUsageException($"{DisplayName}:{exception.LineNumber + 1}: not valid JSON: {FirstSentence(exception.Message)}");
        }
    }

    private void Read(byte[] content)
    {
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new BuildUsageException($"{DisplayName}:1: an object is expected: {{ \"Name\": \"value\" }}.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var line = content.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
            reader.Read();
            _values[name] = Value(JsonElement.ParseValue(ref reader), line);
        }

        // What stands behind the object is an error, too.
        while (reader.Read())
        {
        }
    }

    private static ParameterFileValue Value(JsonElement element, int line) => element.ValueKind switch
    {
        JsonValueKind.Null => new ParameterFileValue(null, null, line),
        JsonValueKind.Object => new ParameterFileValue(null, element.GetRawText(), line),
        JsonValueKind.Array when element.EnumerateArray().Any(x => x.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            => new ParameterFileValue(null, element.GetRawText(), line),
        JsonValueKind.Array => new ParameterFileValue([.. element.EnumerateArray().Select(Text)], null, line),
        _ => new ParameterFileValue([Text(element)], null, line),
    };

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();

    private static IEnumerable<string> ProfilesIn(AbsolutePath root)
        => Directory.Exists(root / ".nuke")
            ? Directory.EnumerateFiles(root / ".nuke", "parameters.*.json").Select(x => Path.GetFileName(x)["parameters.".Length..^".json".Length])
            : [];

    private static string FirstSentence(string message) => message[..(message.IndexOf(". ", StringComparison.Ordinal) + 1 is > 0 and var end ? end : message.Length)];
}

/// <summary>A value of a parameter file.</summary>
/// <param name="Texts">The value, or the values of a list, as text.</param>
/// <param name="Json">What is no text, for types that are made from JSON.</param>
internal sealed record ParameterFileValue(string[]? Texts, string? Json, int Line);
