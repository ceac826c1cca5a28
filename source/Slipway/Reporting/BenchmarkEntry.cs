using Slipway.Benchmarks;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>One benchmark in <c>benchmarks.json</c>; times are nanoseconds of an iteration.</summary>
/// <param name="File">The source of its program, below the repository's root.</param>
/// <param name="Base">At the base, undisturbed; null when it is new.</param>
/// <param name="Head">At the head; null when it is gone.</param>
/// <param name="Ratio">Head by base: above 1 is slower.</param>
/// <param name="Lower">Where the ratio may begin, in 95 of 100 cases.</param>
/// <param name="Upper">Where it may end.</param>
/// <param name="BaseMean">For information, with what disturbed.</param>
/// <param name="BaseMeanOff">How far the mean may be off, in 95 of 100 cases.</param>
/// <param name="BaseInstructions">Instructions of an iteration, where they were counted.</param>
/// <param name="IsSameProgram">Whether the program is the base's, byte for byte.</param>
public sealed record BenchmarkEntry(
    string Name,
    string? File,
    BenchmarkOutcome Outcome,
    double? Base = null,
    double? Head = null,
    double? Ratio = null,
    double? Lower = null,
    double? Upper = null,
    double? BaseMean = null,
    double? BaseMeanOff = null,
    double? HeadMean = null,
    double? HeadMeanOff = null,
    double? BaseInstructions = null,
    double? HeadInstructions = null,
    int Blocks = 0,
    int Samples = 0,
    bool IsConfirmed = false,
    bool IsSameProgram = false)
{
    private const int RatioDigits = 4;
    private const int TimeDigits = 3;

    internal static BenchmarkEntry Of(BenchmarkResult result, BenchmarkOutcome outcome, string root)
    {
        var entry = new BenchmarkEntry(result.Name, Finding.PathBelow(root, result.SourcePath), outcome);
        if (result.Last is not { } last)
            return outcome == BenchmarkOutcome.New ? entry with { Head = Time(result.Alone) } : entry with { Base = Time(result.Alone) };
        return entry with
        {
            Base = Time(last.Before),
            Head = Time(last.After),
            Ratio = Math.Round(last.Ratio, RatioDigits),
            Lower = Math.Round(last.Lower, RatioDigits),
            Upper = Math.Round(last.Upper, RatioDigits),
            BaseMean = Time(last.MeanBefore.Mean),
            BaseMeanOff = Time(last.MeanBefore.Off),
            HeadMean = Time(last.MeanAfter.Mean),
            HeadMeanOff = Time(last.MeanAfter.Off),
            BaseInstructions = Time(result.Instructions?.Before),
            HeadInstructions = Time(result.Instructions?.After),
            Blocks = last.Blocks,
            Samples = last.Samples,
            IsConfirmed = result.Second is not null,
            IsSameProgram = result.IsSameProgram,
        };
    }

    private static double? Time(double? value) => value is { } number ? Math.Round(number, TimeDigits) : null;
}
