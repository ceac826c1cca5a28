using System.Text.Json.Serialization;
using Slipway.Base;

namespace Slipway.Analysis;

/// <summary>What was found in bases, as it is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredMeasurement<IReadOnlyList<KnownIssue>>), TypeInfoPropertyName = "Stored")]
internal sealed partial class IssueKind : JsonSerializerContext
{
    public static MeasurementKind<IReadOnlyList<KnownIssue>> Kind => new("analysis", Default.Stored, IsWhole);

    private static bool IsWhole(IReadOnlyList<KnownIssue> issues) =>
        issues.All(issue => issue is { Rule: not null, File: not null, LineHash: not null, Fingerprint: not null });
}
