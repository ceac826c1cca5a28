namespace Slipway.Rehearsal.Crates;

/// <summary>A request that the registry refuses, in its words.</summary>
public sealed class RegistryException(int status, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    internal static RegistryException Bad(string detail) => new(400, detail);

    internal static RegistryException Forbidden(string detail) => new(403, detail);

    internal static RegistryException Missing(string detail) => new(404, detail);
}
