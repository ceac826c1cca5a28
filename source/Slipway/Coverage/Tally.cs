namespace Slipway.Coverage;

/// <summary>How many of how many.</summary>
public readonly record struct Tally(long Covered, long Total)
{
    private const double Thousandths = 1000;

    /// <summary>Cut, not rounded, at the third digit: what is not all never looks like 100. Nothing of nothing is all of it.</summary>
    public double Percent => Total == 0 ? 100 : Math.Floor(Covered * 100.0 / Total * Thousandths) / Thousandths;

    public Tally And(Tally other) => new(Covered + other.Covered, Total + other.Total);

    public static Tally Of<T>(IEnumerable<T> items, Func<T, long> count)
    {
        var (covered, total) = (0L, 0L);
        foreach (var item in items)
            (covered, total) = (covered + (count(item) > 0 ? 1 : 0), total + 1);
        return new Tally(covered, total);
    }

    internal static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), (sum, tally) => sum.And(tally));
}
