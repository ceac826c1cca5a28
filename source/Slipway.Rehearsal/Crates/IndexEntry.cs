using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>A version as the index tells it: one JSON object on one line.</summary>
internal sealed record IndexEntry(string Name, string Version, string Checksum, bool Yanked, string Line)
{
    /// <summary>How cargo calls the registry that this one stands for.</summary>
    internal const string CratesIo = "https://github.com/rust-lang/crates.io-index";

    /// <summary>Null when the line is no entry.</summary>
    public static IndexEntry? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject json
                && json.Text("name") is { } name && json.Text("vers") is { } version && json.Text("cksum") is { } checksum
                ? new IndexEntry(name, version, checksum, json.Flag("yanked") ?? false, line)
                : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>A version before all others, of an empty file.</summary>
    public static IndexEntry Placeholder(string name) => Parse(new JsonObject
    {
        ["name"] = name,
        ["vers"] = "0.0.0-0",
        ["deps"] = new JsonArray(),
        ["cksum"] = Convert.ToHexStringLower(SHA256.HashData([])),
        ["features"] = new JsonObject(),
        ["yanked"] = true,
    }.ToJsonString())!;

    public static IndexEntry From(PublishRequest request)
    {
        var metadata = request.Metadata;
        var json = new JsonObject
        {
            ["name"] = request.Name,
            ["vers"] = request.Version,
            ["deps"] = new JsonArray([.. PublishCheck.Dependencies(metadata).Select(Dependency)]),
            ["cksum"] = request.Checksum,
        };
        AddFeatures(json, metadata["features"] as JsonObject ?? []);
        json["yanked"] = false;
        json["links"] = metadata["links"]?.DeepClone();
        if (metadata.Text("rust_version") is { } rust)
            json["rust_version"] = rust;
        return Parse(json.ToJsonString(Answers.Json))!;
    }

    public IndexEntry With(bool yanked)
    {
        var json = (JsonObject)JsonNode.Parse(Line)!;
        json["yanked"] = yanked;
        return Parse(json.ToJsonString(Answers.Json))!;
    }

    private static JsonNode Dependency(JsonObject dependency)
    {
        var renamed = dependency.Text("explicit_name_in_toml");
        var json = new JsonObject
        {
            ["name"] = renamed ?? dependency.Text("name"),
            ["req"] = dependency.Text("version_req"),
            ["features"] = dependency["features"]?.DeepClone() ?? new JsonArray(),
            ["optional"] = dependency.Flag("optional") ?? false,
            ["default_features"] = dependency.Flag("default_features") ?? true,
            ["target"] = dependency["target"]?.DeepClone(),
            ["kind"] = dependency.Text("kind") ?? "normal",
        };
        if (renamed is not null)
            json["package"] = dependency.Text("name");
        return json;
    }

    // Old versions of cargo fail at the new spellings, so these stand apart.
    private static void AddFeatures(JsonObject json, JsonObject features)
    {
        var (old, young) = (new JsonObject(), new JsonObject());
        foreach (var (name, values) in features)
        {
            var isYoung = values is JsonArray array && array.Select(value => (string?)value)
                .Any(value => value is not null && (value.StartsWith("dep:", StringComparison.Ordinal) || value.Contains("?/", StringComparison.Ordinal)));
            (isYoung ? young : old)[name] = values?.DeepClone();
        }

        json["features"] = old;
        if (young.Count == 0)
            return;
        json["features2"] = young;
        json["v"] = 2;
    }
}
