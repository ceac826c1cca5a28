namespace Slipway.Benchmarks;

/// <summary>What comparisons mean for a limit; the same rules decide whether to go on measuring.</summary>
/// <param name="MaxSlowdown">As a part: 0.1 is 10 %.</param>
public sealed record BenchmarkJudgement(double MaxSlowdown)
{
    // Timing is overruled by instructions only where alignment and caches may be the reason.
    private const double MostOverruled = 2.5;

    private const double SameInstructions = 0.01;

    private double Limit => 1 + MaxSlowdown;

    private double Half => 1 + (MaxSlowdown / 2);

    /// <summary>Whether one round was enough: it is clearly not slower.</summary>
    public bool IsClear(Comparison first) => first.Ratio <= Half && first.Upper <= Limit;

    /// <summary>Whether a second round says neither yes nor no.</summary>
    public bool IsUnclear(Comparison first, Comparison second) => !IsConfirmed(first, second) && !IsRefuted(second);

    public BenchmarkOutcome Judge(Comparison first, Comparison? second, InstructionCount? instructions, bool isSameProgram)
    {
        var last = second ?? first;
        if (second is not null && IsConfirmed(first, second))
        {
            var isSame = instructions is { } count && Math.Abs(count.Ratio - 1) < SameInstructions && second.Ratio <= 1 + (MostOverruled * MaxSlowdown);
            return isSame || isSameProgram ? BenchmarkOutcome.SameWork : BenchmarkOutcome.Slower;
        }

        if (second is null ? !IsClear(first) : !IsRefuted(second))
            return BenchmarkOutcome.Unclear;
        return last.Ratio < 1 / Half && last.Upper < 1 ? BenchmarkOutcome.Faster : BenchmarkOutcome.Same;
    }

    // A limit of 10 % and an interval from 5 % on: what is slower by chance is not slower every time.
    private bool IsConfirmed(Comparison first, Comparison second) =>
        first.Ratio > Half && second.Ratio > Limit && second.Lower > Half;

    private bool IsRefuted(Comparison second) => second.Ratio <= Limit && second.Upper <= Limit + MaxSlowdown;
}
