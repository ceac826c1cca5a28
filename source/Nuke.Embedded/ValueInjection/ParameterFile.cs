using System.Text;
using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary>One <c>.nuke/parameters*.json</c>: values by exact name, with the line each stands on.</summary>
internal sealed class ParameterFile
{
    private readonly Dictionary<string, (JsonElement Value, int Line)> _values = new(StringComparer.Ordinal);

    private ParameterFile(string displayName) => DisplayName = displayName;

    public string DisplayName { get; }

    public IEnumerable<(string Name, int Line)> Names => _values.Select(x => (x.Key, x.Value.Line));

    public static ParameterFile? Load(AbsolutePath root, string? profile)
    {
        var name = profile == null ? "parameters.json" : $"parameters.{profile}.json";
        var file = root / ".nuke" / name;
        var displayName = ".nuke/" + name;
        if (!File.Exists(file))
        {
            return profile == null
                ? null
                : throw new BuildUsageException($"--profile {profile}: there is no {displayName}.{Suggestion.For(profile, ProfilesIn(root))}");
        }

        var content = File.ReadAllBytes(file);
        try
        {
            return Parse(content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content, displayName);
        }
        catch (JsonException exception)
        {
            throw new BuildUsageException($"{displayName}:{exception.LineNumber + 1}: not valid JSON: {FirstSentence(exception.Message)}");
        }
    }

    public bool TryGet(string name, out JsonElement value, out int line)
    {
        var found = _values.TryGetValue(name, out var entry);
        (value, line) = entry;
        return found;
    }

    private static ParameterFile Parse(byte[] content, string displayName)
    {
        var result = new ParameterFile(displayName);
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new BuildUsageException($"{displayName}:1: an object is expected: {{ \"Name\": \"value\" }}.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var line = content.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
            reader.Read();
            result._values[name] = (JsonElement.ParseValue(ref reader), line);
        }

        return result;
    }

    private static IEnumerable<string> ProfilesIn(AbsolutePath root)
        => Directory.Exists(root / ".nuke")
            ? Directory.EnumerateFiles(root / ".nuke", "parameters.*.json").Select(x => Path.GetFileName(x)["parameters.".Length..^".json".Length])
            : [];

    private static string FirstSentence(string message) => message[..(message.IndexOf(". ", StringComparison.Ordinal) + 1 is > 0 and var end ? end : message.Length)];
}
