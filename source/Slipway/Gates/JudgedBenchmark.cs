using System.Globalization;
using Slipway.Benchmarks;

namespace Slipway.Gates;

/// <summary>A benchmark, and what became of it.</summary>
internal sealed record JudgedBenchmark(BenchmarkResult Result, BenchmarkOutcome Outcome, Threshold Limit)
{
    /// <summary>Whether its figure may be held to the limit.</summary>
    public bool IsCertain => !Result.IsSameProgram && Outcome is BenchmarkOutcome.Same or BenchmarkOutcome.Faster or BenchmarkOutcome.Slower;

    /// <summary>How much slower or faster it is, such as "13.4 %".</summary>
    public string Percent => Text(Math.Abs(Result.Last!.Ratio - 1));

    /// <summary>The interval of the change in percent.</summary>
    public string Interval => $"{Signed(Result.Last!.Lower - 1)} to {Signed(Result.Last!.Upper - 1)}";

    public override string ToString() => Result.Last is { } last
        ? $"{Result.Name}: {NanosecondText.Of(last.Before)} → {NanosecondText.Of(last.After)}, {Signed(last.Ratio - 1)} ({Interval}){Word}"
        : $"{Result.Name}: {NanosecondText.Of(Result.Alone!.Value)}{Word}";

    private string Word => Outcome switch
    {
        BenchmarkOutcome.Slower => ", slower",
        BenchmarkOutcome.Faster => ", faster",
        BenchmarkOutcome.SameWork => ", slower by the clock with as many instructions",
        BenchmarkOutcome.Unclear => ", too noisy to tell",
        BenchmarkOutcome.New => ", new",
        BenchmarkOutcome.Gone => " at the base, gone",
        _ => Result.IsSameProgram ? ", the same program" : "",
    };

    private static string Text(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.0} %");

    private static string Signed(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:+0.0;-0.0;0.0} %");
}
