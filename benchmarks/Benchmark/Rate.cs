namespace BenchmarkBenchmark;

/// <summary>So many of so many, with the interval of Wilson for 95 %.</summary>
internal readonly record struct Rate(int Hits, int Count)
{
    private const double Wide = 1.96;

    public double Part => (double)Hits / Count;

    public static Rate Of<T>(IReadOnlyCollection<T> all, Func<T, bool> isHit) => new(all.Count(isHit), all.Count);

    public override string ToString()
    {
        var square = Wide * Wide / Count;
        var middle = (Part + (square / 2)) / (1 + square);
        var off = Wide / (1 + square) * Math.Sqrt((Part * (1 - Part) / Count) + (square / 4 / Count));
        return FormattableString.Invariant($"{Hits}/{Count} ({Math.Max(0, middle - off) * 100:0.0}-{Math.Min(1, middle + off) * 100:0.0} %)");
    }
}
