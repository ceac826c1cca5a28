namespace Slipway.Rehearsal.Calls;

/// <summary>One request that a server had, without secrets.</summary>
/// <param name="Status">Null when the connection was cut.</param>
/// <param name="Fault">Whether a fault of the plan met it.</param>
public sealed record Call(DateTimeOffset Time, string Server, string Method, string Path, int? Status, TimeSpan Duration, bool Fault);
