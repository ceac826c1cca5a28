using System.Text.Json.Nodes;
using Tomlyn;
using Tomlyn.Model;

namespace Slipway.Rehearsal.Crates;

/// <summary>What cargo would have sent for a packaged crate, from the manifest in it.</summary>
internal static class ManifestEntry
{
    private static readonly (string Table, string Kind)[] Kinds = [("dependencies", "normal"), ("build-dependencies", "build")];

    /// <summary>Null when it is no manifest of a package.</summary>
    public static IndexEntry? Read(string manifest, byte[] crate)
    {
        try
        {
            var root = TomlSerializer.Deserialize<TomlTable>(manifest)!;
            return Value(root, "package") is TomlTable package && package.ContainsKey("name") && package.ContainsKey("version")
                ? IndexEntry.From(new PublishRequest(Metadata(root, package), crate))
                : null;
        }
        catch (TomlException)
        {
            return null;
        }
    }

    private static JsonObject Metadata(TomlTable root, TomlTable package) => new()
    {
        ["name"] = (string)package["name"],
        ["vers"] = (string)package["version"],
        ["deps"] = new JsonArray([.. Dependencies(root, target: null), .. Targets(root)]),
        ["features"] = new JsonObject(Group(root, "features").Select(feature => KeyValuePair.Create(feature.Key, (JsonNode?)Texts(feature.Value)))),
        ["links"] = Value(package, "links") as string,
        ["rust_version"] = Value(package, "rust-version") as string,
    };

    private static IEnumerable<JsonNode> Targets(TomlTable root) => Group(root, "target")
        .SelectMany(target => target.Value is TomlTable table ? Dependencies(table, target.Key) : []);

    private static IEnumerable<JsonNode> Dependencies(TomlTable table, string? target) =>
        from kind in Kinds
        from dependency in Group(table, kind.Table)
        select Dependency(dependency.Key, dependency.Value as TomlTable ?? new TomlTable { ["version"] = dependency.Value }, kind.Kind, target);

    private static JsonNode Dependency(string name, TomlTable table, string kind, string? target)
    {
        var package = Value(table, "package") as string;
        return new JsonObject
        {
            ["name"] = package ?? name,
            ["explicit_name_in_toml"] = package is null ? null : name,
            ["version_req"] = Value(table, "version") as string ?? "*",
            ["features"] = Texts(Value(table, "features")),
            ["optional"] = Value(table, "optional") as bool? ?? false,
            ["default_features"] = Value(table, "default-features") as bool? ?? true,
            ["target"] = target,
            ["kind"] = kind,
        };
    }

    private static object? Value(TomlTable table, string key) => table.TryGetValue(key, out var value) ? value : null;

    private static TomlTable Group(TomlTable table, string key) => Value(table, key) as TomlTable ?? [];

    private static JsonArray Texts(object? value) => new([.. (value as TomlArray ?? []).Select(item => (JsonNode?)item?.ToString())]);
}
