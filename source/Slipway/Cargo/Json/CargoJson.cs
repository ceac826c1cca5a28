using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Cargo.Json;

// A place in a macro holds the place that calls it, and macros may call each other 128 times.
[JsonSourceGenerationOptions(MaxDepth = 512, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MetadataJson))]
[JsonSerializable(typeof(MessageJson))]
internal sealed partial class CargoJson : JsonSerializerContext
{
    public static StrictJson Strict => field ??= new(Default);

    /// <summary>What <c>cargo metadata</c> has written.</summary>
    /// <exception cref="SlipwayException">It is something else, or not all of it.</exception>
    public static MetadataJson ReadMetadata(string json)
    {
        try
        {
            var metadata = Strict.Read<MetadataJson>(json);
            return HasOnlyPaths(metadata) ? metadata : throw new JsonException("A path is none.");
        }
        catch (JsonException exception)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"What `cargo metadata` has written cannot be read: {exception.Message.TrimEnd('.')}.",
                "Is the cargo on PATH the real one? `cargo metadata --format-version 1` shows what it writes.",
                cause: exception);
        }
    }

    private static bool HasOnlyPaths(MetadataJson metadata) => metadata.Packages
        .SelectMany(package => package.Dependencies.Select(dependency => dependency.Path ?? ".").Append(package.ManifestPath))
        .Append(metadata.WorkspaceRoot)
        .Append(metadata.TargetDirectory)
        .All(path => path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal));
}
