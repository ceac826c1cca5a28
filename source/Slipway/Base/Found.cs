namespace Slipway.Base;

/// <summary>What was found, or why there is nothing to find: a clone may lack the history, and a base may not build.</summary>
/// <param name="Reason">Why there is no value; null when there is one.</param>
public sealed record Found<T>(T? Value, string? Reason)
    where T : class
{
    internal static Found<T> Nothing(string reason) => new(null, reason);

    internal static Found<T> Of(T value) => new(value, null);
}
