using Slipway.Cargo.Json;

namespace Slipway.Cargo;

/// <summary>What <c>cargo metadata</c> says about a workspace; a single package is a workspace of one.</summary>
/// <param name="Packages">Its members, sorted by name.</param>
/// <param name="DefaultMembers">The members that cargo takes when it is not told <c>--workspace</c>.</param>
/// <param name="ResolvedEdges">Which member needs which, by id, when the dependency graph was resolved.</param>
public sealed partial record CargoWorkspace(
    string RootFolder,
    string TargetFolder,
    IReadOnlyList<CargoPackage> Packages,
    IReadOnlyList<CargoPackage> DefaultMembers,
    IReadOnlyList<(string From, string To)>? ResolvedEdges = null)
{
    public string ManifestPath => Path.Combine(RootFolder, "Cargo.toml");

    /// <summary>The package whose manifest is the workspace's own; none in a virtual workspace.</summary>
    public CargoPackage? RootPackage =>
        Packages.FirstOrDefault(package => string.Equals(package.Folder, RootFolder, StringComparison.Ordinal));

    public IReadOnlyList<CargoBinary> Binaries =>
        [.. Packages.SelectMany(package => package.Binaries.Select(target => new CargoBinary(package, target)))];

    /// <summary>The publishable members, each after those that it needs.</summary>
    public IReadOnlyList<CargoPackage> PublishOrder => Cargo.PublishOrder.Of(this);

    /// <summary>Whether no member needs anything but other members.</summary>
    public bool HasOnlyMembers => Packages
        .SelectMany(package => package.Dependencies)
        .All(dependency => Packages.Any(member => string.Equals(member.Folder, dependency.Path, StringComparison.Ordinal)));

    /// <summary>The oldest Rust that builds every member, when a member names one.</summary>
    public string? RustVersion => Packages
        .Select(package => package.RustVersion)
        .OfType<string>()
        .MaxBy(version => System.Version.Parse(version.Contains('.', StringComparison.Ordinal) ? version : version + ".0"));

    public CargoPackage? FindPackage(string name) =>
        Packages.FirstOrDefault(package => string.Equals(package.Name, name, StringComparison.Ordinal));

    public CargoPackage? FindPackageById(string id) =>
        Packages.FirstOrDefault(package => string.Equals(package.Id, id, StringComparison.Ordinal));

    internal static CargoWorkspace From(MetadataJson json)
    {
        var members = json.WorkspaceMembers.ToHashSet(StringComparer.Ordinal);
        var packages = json.Packages
            .Where(package => members.Contains(package.Id))
            .Select(CargoPackage.From)
            .OrderBy(package => package.Name, StringComparer.Ordinal)
            .ToList();
        var defaults = (json.WorkspaceDefaultMembers ?? json.WorkspaceMembers).ToHashSet(StringComparer.Ordinal);
        return new CargoWorkspace(
            Path.GetFullPath(json.WorkspaceRoot),
            Path.GetFullPath(json.TargetDirectory),
            packages,
            [.. packages.Where(package => defaults.Contains(package.Id))],
            json.Resolve is null ? null : Edges(json.Resolve, members));
    }

    private static List<(string From, string To)> Edges(ResolveJson resolve, HashSet<string> members) =>
    [
        .. from node in resolve.Nodes
           where members.Contains(node.Id)
           from dependency in node.Deps
           where members.Contains(dependency.Pkg) && dependency.DepKinds.Any(kind => kind.Kind != "dev")
           select (node.Id, dependency.Pkg),
    ];
}
