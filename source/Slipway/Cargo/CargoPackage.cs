using Slipway.Cargo.Json;

namespace Slipway.Cargo;

/// <summary>A package of a workspace, with what it inherits from the workspace filled in.</summary>
/// <param name="Id">How cargo names it in its messages.</param>
/// <param name="RustVersion">The oldest Rust it promises to build with.</param>
/// <param name="Registries">Where it may be published: null is anywhere, empty is nowhere.</param>
public sealed record CargoPackage(
    string Id,
    string Name,
    string Version,
    string ManifestPath,
    string Edition,
    string? RustVersion,
    IReadOnlyList<string>? Registries,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Features,
    IReadOnlyList<CargoTarget> Targets,
    IReadOnlyList<CargoDependency> Dependencies,
    CargoPackageInfo Info)
{
    public string Folder => Path.GetDirectoryName(ManifestPath)!;

    public bool IsPublishable => Registries is null or { Count: > 0 };

    public CargoTarget? Library =>
        Targets.FirstOrDefault(target => target.Kind is CargoTargetKind.Library or CargoTargetKind.ProcMacro);

    public IEnumerable<CargoTarget> Binaries => Targets.Where(target => target.Kind == CargoTargetKind.Binary);

    public override string ToString() => $"{Name} {Version}";

    internal static CargoPackage From(PackageJson json) => new(
        json.Id,
        json.Name,
        json.Version,
        Path.GetFullPath(json.ManifestPath),
        json.Edition,
        json.RustVersion,
        json.Publish,
        json.Features,
        [.. json.Targets.Select(CargoTarget.From)],
        [.. json.Dependencies.Select(CargoDependency.From)],
        new CargoPackageInfo(
            json.Authors ?? [],
            json.Description,
            json.License,
            json.LicenseFile,
            json.Homepage,
            json.Repository,
            json.Readme,
            json.DefaultRun,
            BinstallMetadata.Find(json.Metadata)));
}
