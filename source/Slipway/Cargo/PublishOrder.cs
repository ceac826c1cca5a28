namespace Slipway.Cargo;

internal static class PublishOrder
{
    /// <summary>Depth first in order of names, so that the same workspace always gives the same order.</summary>
    public static IReadOnlyList<CargoPackage> Of(CargoWorkspace workspace)
    {
        var order = new List<CargoPackage>();
        var seen = new HashSet<string>(StringComparer.Ordinal);

        void Visit(CargoPackage package)
        {
            if (!seen.Add(package.Id))
                return;
            foreach (var needed in Needed(workspace, package))
                Visit(needed);
            if (package.IsPublishable)
                order.Add(package);
        }

        foreach (var package in workspace.Packages)
            Visit(package);
        return order;
    }

    // Development dependencies may form cycles, and publishing does not need them.
    private static IEnumerable<CargoPackage> Needed(CargoWorkspace workspace, CargoPackage package)
    {
        var ids = workspace.ResolvedEdges?
            .Where(edge => string.Equals(edge.From, package.Id, StringComparison.Ordinal))
            .Select(edge => edge.To)
            .ToHashSet(StringComparer.Ordinal);
        var paths = package.Dependencies
            .Where(dependency => dependency.Kind != CargoDependencyKind.Development)
            .Select(dependency => dependency.Path)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return workspace.Packages.Where(other =>
            other != package && (paths.Contains(other.Folder) || ids?.Contains(other.Id) == true));
    }
}
