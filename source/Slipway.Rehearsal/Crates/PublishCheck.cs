using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>What crates.io asks of an upload, apart from what else is published.</summary>
internal static partial class PublishCheck
{
    /// <exception cref="RegistryException">It would be refused.</exception>
    public static void Ensure(PublishRequest request)
    {
        var metadata = request.Metadata;
        if (CrateName.Mistake(request.Name) is { } mistake)
            throw RegistryException.Bad(mistake);
        if (!Semver().IsMatch(request.Version))
            throw RegistryException.Bad($"\"{request.Version}\" is an invalid semver version");
        EnsureDescribed(metadata);
        EnsureFew(metadata, "keywords", "keyword");
        EnsureFew(metadata, "categories", "category");
        foreach (var keyword in Texts(metadata, "keywords").Where(keyword => keyword.Length > 20 || !Keyword().IsMatch(keyword)))
            throw RegistryException.Bad($"\"{keyword}\" is an invalid keyword");
        foreach (var dependency in Dependencies(metadata))
            EnsureDependency(dependency);
        Tarball.Ensure(request);
    }

    public static IEnumerable<JsonObject> Dependencies(JsonObject metadata) => (metadata["deps"] as JsonArray ?? []).OfType<JsonObject>();

    private static void EnsureDescribed(JsonObject metadata)
    {
        var missing = new List<string>();
        if (string.IsNullOrEmpty(metadata.Text("description")))
            missing.Add("description");
        if (string.IsNullOrEmpty(metadata.Text("license")) && string.IsNullOrEmpty(metadata.Text("license_file")))
            missing.Add("license");
        if (missing.Count > 0)
        {
            throw RegistryException.Bad(
                $"missing or empty metadata fields: {string.Join(", ", missing)}. Please see https://doc.rust-lang.org/cargo/reference/manifest.html for more information on configuring these fields");
        }
    }

    private static void EnsureFew(JsonObject metadata, string field, string one)
    {
        if (Texts(metadata, field).Count() > 5)
            throw RegistryException.Bad($"expected at most 5 {(one == "keyword" ? "keywords" : "categories")} per crate");
    }

    private static void EnsureDependency(JsonObject dependency)
    {
        var name = dependency.Text("name") ?? "";
        if (CrateName.Mistake(name) is { } mistake)
            throw RegistryException.Bad($"invalid dependency: {mistake}");
        if (string.IsNullOrEmpty(dependency.Text("version_req")))
            throw RegistryException.Bad($"\"\" is an invalid version requirement of the dependency `{name}`");
        if (dependency.Text("version_req") == "*")
            throw RegistryException.Bad($"wildcard (`*`) dependency constraints are not allowed on crates.io. Crate with this problem: `{name}`");
        if (dependency.Text("registry") is { Length: > 0 } registry && registry != IndexEntry.CratesIo)
            throw RegistryException.Bad($"Dependency `{name}` is hosted on another registry. Cross-registry dependencies are not permitted on crates.io.");
    }

    private static IEnumerable<string> Texts(JsonObject metadata, string field) =>
        (metadata[field] as JsonArray ?? []).Select(value => value?.ToString() ?? "");

    [GeneratedRegex(@"\A(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Semver();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Keyword();
}
