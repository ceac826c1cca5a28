using System.Text.Json.Serialization;
using Slipway.Audit.Scores;
using Slipway.Audit.Versions;

namespace Slipway.Audit.Advisories;

/// <summary>An advisory of the RustSec database.</summary>
/// <param name="Link">Where it can be read.</param>
/// <param name="Cvss">The vector that its severity is computed from.</param>
/// <param name="IsMalicious">Whether the crate itself was written to harm.</param>
/// <param name="Patched">The versions that mend it, as the advisory writes them.</param>
/// <param name="Unaffected">The versions that never had it.</param>
public sealed record Advisory(
    string Id,
    string Package,
    AdvisoryKind Kind,
    string Title,
    string Link,
    string? Cvss,
    bool IsMalicious,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Patched,
    IReadOnlyList<string> Unaffected)
{
    private const string Pages = "https://rustsec.org/advisories/";

    private IReadOnlyList<VersionRange>? _patched;
    private IReadOnlyList<VersionRange>? _unaffected;

    [JsonIgnore]
    public IReadOnlyList<VersionRange> PatchedRanges => _patched ??= [.. Patched.Select(VersionRange.Parse)];

    private IReadOnlyList<VersionRange> UnaffectedRanges => _unaffected ??= [.. Unaffected.Select(VersionRange.Parse)];

    /// <summary>What the vector says; null when there is none, or it cannot be computed.</summary>
    [JsonIgnore]
    public decimal? Score => Cvss is null ? null : Scores.Cvss.Score(Cvss);

    /// <summary>Nobody having scored it does not make a vulnerability harmless, and a crate written to harm is the worst.</summary>
    [JsonIgnore]
    public Severity Severity => IsMalicious ? Severity.Critical : Score is { } score ? Scores.Cvss.SeverityOf(score) : Severity.High;

    /// <exception cref="FormatException">A requirement cannot be read.</exception>
    public bool Affects(CrateVersion version) =>
        !PatchedRanges.Any(range => range.Contains(version)) && !UnaffectedRanges.Any(range => range.Contains(version));

    public bool Equals(Advisory? other) => string.Equals(Id, other?.Id, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    internal static string LinkTo(string id) => $"{Pages}{id}";
}
