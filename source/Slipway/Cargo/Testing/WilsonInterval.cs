namespace Slipway.Cargo.Testing;

/// <summary>Between which shares the true one lies with a confidence of 95 %, also for few runs and rare events.</summary>
public readonly record struct WilsonInterval(double Lower, double Upper)
{
    // The quantile of the normal distribution at 97.5 %.
    private const double Z = 1.959963984540054;

    /// <param name="hits">How many of the runs.</param>
    /// <param name="runs">Of none nothing is known: then it is 0 to 1.</param>
    public static WilsonInterval Of(int hits, int runs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, runs);
        if (runs == 0)
            return new WilsonInterval(0, 1);
        var (share, square) = ((double)hits / runs, Z * Z);
        var middle = share + square / (2 * runs);
        var spread = Z * Math.Sqrt(share * (1 - share) / runs + square / (4.0 * runs * runs));
        var scale = 1 + square / runs;
        // What is 0 or 1 in theory is so in the report, too.
        return new WilsonInterval(
            hits == 0 ? 0 : Math.Max(0, (middle - spread) / scale),
            hits == runs ? 1 : Math.Min(1, (middle + spread) / scale));
    }
}
