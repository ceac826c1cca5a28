namespace Slipway.Benchmarks;

/// <summary>What some iterations of one benchmark took together.</summary>
public readonly record struct BenchmarkSample(string Name, double Iterations, double Nanoseconds)
{
    public double PerIteration => Nanoseconds / Iterations;

    // A clock that has not moved has measured nothing.
    internal bool IsUsable => Name.Length > 0 && Iterations > 0 && Nanoseconds > 0 && double.IsFinite(Iterations) && double.IsFinite(Nanoseconds);
}
