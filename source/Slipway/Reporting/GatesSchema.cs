using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>What <c>gates.json</c> looks like, as a JSON schema for those who read it.</summary>
public static class GatesSchema
{
    private static readonly JsonSchemaExporterOptions Exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    // By the type that has the property, and its name.
    private static readonly Dictionary<(Type Type, string Property), string> Descriptions = new()
    {
        [(typeof(GatesFile), "version")] = "Grows when a reader has to know; additions do not count.",
        [(typeof(GatesFile), "verdict")] = "Fails when a gate fails; is skipped when all are.",
        [(typeof(GatesFile), "gates")] = "All gates of the run, sorted by stage, name and leg.",
        [(typeof(GateResult), "reason")] = "Why it was skipped, or what failed in one line.",
        [(typeof(GateResult), "duration")] = "In seconds.",
        [(typeof(GateResult), "leg")] = "The leg of a job's matrix that it was judged on.",
        [(typeof(GateResult), "job")] = "The job of a workflow that it was judged in.",
        [(typeof(GateResult), "recorded")] = "When it was judged, when that was in an earlier run with the same inputs.",
        [(typeof(Figure), "threshold")] = "The limit that the value must keep.",
        [(typeof(Threshold), "origin")] = "Where it is set; missing where it cannot be set.",
        [(typeof(Finding), "file")] = "Path below the repository's root, with slashes.",
        [(typeof(Finding), "code")] = "The rule or error code.",
        [(typeof(Finding), "help")] = "How to mend it.",
        [(typeof(Finding), "fingerprint")] = "What stays the same when lines move.",
    };

    public static string Write()
    {
        var model = ReportJson.Strict.Options.GetJsonSchemaAsNode(typeof(GatesFile), Exporting).AsObject();
        model["properties"]!["version"]!["enum"] = new JsonArray(GatesFile.CurrentVersion);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = FormattableString.Invariant($"urn:slipway:gates:{GatesFile.CurrentVersion}"),
            ["title"] = "The gates of a run of Slipway",
        };
        foreach (var (name, value) in model.ToList())
        {
            model.Remove(name);
            schema[name] = value;
        }

        return schema.ToJsonString(ReportJson.Readable.Options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        // Its converter tells no shape.
        if (context.TypeInfo.Type == typeof(TimeSpan))
            node = new JsonObject { ["type"] = "number", ["minimum"] = 0 };
        if (node is not JsonObject schema)
            return node;
        // What is null is left out, whether the constructor wants it or not.
        if (schema["required"] is JsonArray required)
            schema["required"] = new JsonArray([.. required.Select(name => name!.GetValue<string>()).Where(name => IsRequired(context.TypeInfo, name)).Select(name => JsonValue.Create(name))]);
        if (context.PropertyInfo is not { } property)
            return node;
        var owner = context.PropertyInfo.DeclaringType;
        if (Descriptions.TryGetValue((owner, property.Name), out var description))
            schema.Insert(0, "description", description);
        if (schema["type"] is JsonArray { Count: 2 } types && types.Any(type => type?.GetValue<string>() == "null"))
            schema["type"] = types.Select(type => type!.GetValue<string>()).First(type => type != "null");
        return schema;
    }

    private static bool IsRequired(JsonTypeInfo type, string name) =>
        type.Properties.Any(property => property.Name == name && property.IsRequired);
}
