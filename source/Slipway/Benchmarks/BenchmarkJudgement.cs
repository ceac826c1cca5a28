namespace Slipway.Benchmarks;

/// <summary>What comparisons mean for a limit; the same rules decide whether to go on measuring.</summary>
/// <param name="MaxSlowdown">As a part: 0.1 is 10 %.</param>
public sealed record BenchmarkJudgement(double MaxSlowdown)
{
    // Instructions overrule the clock only where alignment and caches may be the reason, and not a sleep.
    private const double MostOverruled = 2.5;

    private const double SameInstructions = 0.01;

    private double Limit => 1 + MaxSlowdown;

    private double Half => 1 + (MaxSlowdown / 2);

    /// <summary>Whether one round is enough: it is clearly not slower.</summary>
    public bool IsClear(Comparison first) => first.Ratio <= Half && first.Upper <= Limit;

    /// <summary>Whether all rounds so far say neither yes nor no.</summary>
    public bool IsUnclear(Comparison first, Comparison second) => !IsConfirmed(first, second) && !IsRefuted(second);

    public BenchmarkOutcome Judge(BenchmarkResult result)
    {
        if (result.First is not { } first)
            return result.SourcePath is null ? BenchmarkOutcome.Gone : BenchmarkOutcome.New;
        if (result.IsSameProgram)
            return BenchmarkOutcome.Same;
        if (result.Second is { } second && IsConfirmed(first, second))
            return Overrules(result.Instructions, second) ? BenchmarkOutcome.SameWork : BenchmarkOutcome.Slower;
        if (result.Second is null ? !IsClear(first) : !IsRefuted(result.Second))
            return BenchmarkOutcome.Unclear;
        var last = result.Last!;
        return last.Ratio < 1 / Half && last.Upper < 1 ? BenchmarkOutcome.Faster : BenchmarkOutcome.Same;
    }

    // Twice, and the second time from half of the limit on: what is slower by chance is not slower every time.
    private bool IsConfirmed(Comparison first, Comparison second) =>
        first.Ratio > Half && second.Ratio > Limit && second.Lower > Half;

    private bool IsRefuted(Comparison second) => second.Ratio <= Limit && second.Upper <= Limit + MaxSlowdown;

    private bool Overrules(InstructionCount? instructions, Comparison second) => instructions is not null
        && Math.Abs(instructions.Ratio - 1) < SameInstructions
        && second.Ratio <= 1 + (MostOverruled * MaxSlowdown);
}
