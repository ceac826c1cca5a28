namespace Slipway.Cargo;

/// <summary>How a workspace is read.</summary>
/// <param name="Resolve">Also resolve the dependency graph, which may need the network and a lock file.</param>
/// <param name="Locked">Refuse to change the lock file.</param>
public sealed record CargoWorkspaceOptions(bool Resolve = false, bool Locked = false, bool Offline = false)
{
    public static CargoWorkspaceOptions Default { get; } = new();
}
