using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Cargo.Json;

internal sealed record MetadataJson(
    IReadOnlyList<PackageJson> Packages,
    IReadOnlyList<string> WorkspaceMembers,
    IReadOnlyList<string>? WorkspaceDefaultMembers,
    ResolveJson? Resolve,
    string TargetDirectory,
    string WorkspaceRoot);

internal sealed record PackageJson(
    string Name,
    string Version,
    string Id,
    string ManifestPath,
    string Edition,
    string? RustVersion,
    IReadOnlyList<string>? Publish,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Features,
    IReadOnlyList<TargetJson> Targets,
    IReadOnlyList<DependencyJson> Dependencies,
    IReadOnlyList<string>? Authors,
    string? Description,
    string? License,
    string? LicenseFile,
    string? Homepage,
    string? Repository,
    string? Readme,
    string? DefaultRun,
    string? Source,
    JsonElement? Metadata);

internal sealed record TargetJson(
    string Name,
    IReadOnlyList<string> Kind,
    IReadOnlyList<string> CrateTypes,
    string SrcPath,
    string Edition,
    bool Test,
    bool Doctest,
    [property: JsonPropertyName("required-features")] IReadOnlyList<string>? RequiredFeatures);

internal sealed record DependencyJson(
    string Name,
    string Req,
    string? Kind,
    string? Rename,
    bool Optional,
    string? Target,
    string? Registry,
    string? Path);

internal sealed record ResolveJson(IReadOnlyList<NodeJson> Nodes);

internal sealed record NodeJson(string Id, IReadOnlyList<NodeDependencyJson> Deps);

internal sealed record NodeDependencyJson(string Pkg, IReadOnlyList<DependencyKindJson> DepKinds);

internal sealed record DependencyKindJson(string? Kind);
