namespace Slipway.Base;

/// <summary>What was measured of a commit, remembered for later runs.</summary>
public interface IMeasurements
{
    /// <summary>What was written last, of whichever commit with the same digest, or null.</summary>
    /// <param name="kind">What was measured, such as <c>binary-size</c>; each kind has a format of its own.</param>
    Task<string?> ReadAsync(string kind, MeasurementKey key, CancellationToken cancellationToken = default);

    /// <summary>Remembers a measurement, in place of an earlier one of the same kind and key.</summary>
    Task WriteAsync(string kind, MeasurementKey key, string json, CancellationToken cancellationToken = default);
}
