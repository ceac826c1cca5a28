using Semver;
using Slipway.Cargo;

namespace Slipway.Releasing;

/// <summary>What a release is about.</summary>
/// <param name="Main">The package that gives the release its name.</param>
/// <param name="Packages">All that have the release's version, in the order in which crates are published.</param>
public sealed record ReleaseSubject(ReleaseTag Tag, CargoPackage Main, IReadOnlyList<CargoPackage> Packages)
{
    /// <summary>The packages with programs, each of which gets archives.</summary>
    public IEnumerable<CargoPackage> Programs => Packages.Where(package => package.Binaries.Any());

    /// <summary>The crates that go to the registry.</summary>
    public IEnumerable<CargoPackage> Crates => Packages.Where(package => package.IsPublishable);

    /// <param name="tag">Null is the one that the main package's version would have.</param>
    /// <exception cref="SlipwayException">The tag is none, names no crate of the workspace, or another version.</exception>
    public static ReleaseSubject Find(CargoWorkspace workspace, string? tag)
    {
        var read = tag is null ? null : ReleaseTag.Parse(tag, workspace.Packages.Select(package => package.Name));
        var main = read?.Crate is { } crate ? workspace.FindPackage(crate)! : MainOf(workspace);
        var version = SemVersion.Parse(main.Version, SemVersionStyles.Strict);
        read ??= new ReleaseTag($"v{version}", null, version);
        if (read.Version != version)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"The tag {read.Name} is not the version of {main.Name}, which is {version}.",
                $"Set the version to {read.Version} and commit it before the tag is made, or make the tag {read.Name.Replace(read.Version.ToString(), version.ToString(), StringComparison.Ordinal)}.",
                new SourceLocation(main.ManifestPath));
        }

        var order = workspace.PublishOrder;
        var together = read.Crate is not null ? [main] : workspace.Packages.Where(package => package.Version == main.Version);
        return new ReleaseSubject(read, main, [.. together.OrderBy(package => Place(package)).ThenBy(package => package.Name, StringComparer.Ordinal)]);

        int Place(CargoPackage package) => order.TakeWhile(other => other != package).Count();
    }

    private static CargoPackage MainOf(CargoWorkspace workspace)
    {
        if (workspace.RootPackage is { } root)
            return root;
        var programs = workspace.Packages.Where(package => package.Binaries.Any()).ToList();
        if (programs is [var only])
            return only;
        // Several programs that are released together have one version.
        var candidates = programs.Count > 0 ? programs : [.. workspace.Packages.Where(package => package.IsPublishable)];
        return candidates.Select(package => package.Version).Distinct(StringComparer.Ordinal).Count() == 1
            ? candidates[0]
            : throw new SlipwayException(
                ErrorKind.Configuration,
                $"The workspace has {(programs.Count > 0 ? "programs" : "crates")} of several versions, and the tag says none of them: {string.Join(", ", candidates.Select(package => package.ToString()).Order(StringComparer.Ordinal))}.",
                "Name the crate in the tag: CRATE-v1.2.3.",
                new SourceLocation(workspace.ManifestPath));
    }
}
