using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Rehearsal.Faults;

/// <summary>A plan of faults as it stands in a file.</summary>
/// <param name="Faults">In the order in which they are asked.</param>
internal sealed record FaultFile(ImmutableArray<Fault> Faults)
{
    private const string Hint = """Such as: { "faults": [{ "method": "PUT", "path": "/api/v1/crates/new", "occurrence": 2, "status": 502, "commits": true }] }""";

    // Read by reflection: the generated reader forgets the values that members have when the file says nothing.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <exception cref="SlipwayException">The file is no plan.</exception>
    public static FaultPlan Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<FaultFile>(File.ReadAllText(path), Options);
            return file is null || file.Faults.IsDefault || file.Faults.Any(fault => fault is null)
                ? throw Broken(path, "it has no list of faults")
                : new FaultPlan(file.Faults);
        }
        catch (JsonException exception)
        {
            throw Broken(path, exception.Path is { Length: > 1 } where ? $"{where} is not as it should be" : "it is no JSON object", exception);
        }
        catch (IOException exception)
        {
            throw Broken(path, exception.Message.TrimEnd('.'), exception);
        }
        catch (SlipwayException exception) when (exception.Location is null)
        {
            throw Broken(path, exception.Message.TrimEnd('.'), exception);
        }
    }

    private static SlipwayException Broken(string path, string how, Exception? cause = null)
    {
        var line = cause is JsonException { LineNumber: { } number } ? (int)number + 1 : (int?)null;
        return new SlipwayException(ErrorKind.Configuration, $"The plan of faults cannot be used: {how}.", Hint, new SourceLocation(path, line), cause);
    }
}
