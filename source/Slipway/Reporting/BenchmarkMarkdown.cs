using System.Globalization;
using System.Text;
using Slipway.Benchmarks;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>Benchmarks as a table with a bar for each change, for the summary and the comment.</summary>
public static class BenchmarkMarkdown
{
    private const int MostRows = 100;
    private const int ShortCommit = 9;

    // On either side of the middle.
    private const int BarLength = 8;

    /// <summary>What is slower comes first.</summary>
    public static string Write(BenchmarksFile file)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n### Benchmarks since {SummaryMarkdown.Cell(file.Base[..Math.Min(ShortCommit, file.Base.Length)])}\n\n| benchmark | base | head | change | 95 % | ◀ faster · slower ▶ | |\n| --- | ---: | ---: | ---: | ---: | --- | --- |\n");
        foreach (var entry in file.Benchmarks.OrderByDescending(entry => entry.Outcome == BenchmarkOutcome.Slower).ThenByDescending(entry => entry.Ratio ?? 0).ThenBy(entry => entry.Name, StringComparer.Ordinal).Take(MostRows))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {SummaryMarkdown.Cell(entry.Name)} | {Time(entry.Base)} | {Time(entry.Head)} | {Change(entry.Ratio)} | {Interval(entry)} | {Bar(entry.Ratio, file.MaxSlowdown)} | {Word(entry)} |\n");
        }

        if (file.Benchmarks.Count > MostRows)
            text.Append(CultureInfo.InvariantCulture, $"\nand {file.Benchmarks.Count - MostRows} more, in benchmarks.json\n");
        return text.ToString();
    }

    private static string Time(double? nanoseconds) => nanoseconds is { } time ? NanosecondText.Of(time) : "";

    private static string Change(double? ratio) =>
        ratio is { } number ? string.Create(CultureInfo.InvariantCulture, $"{(number - 1) * 100:+0.0;-0.0;0.0} %") : "";

    private static string Interval(BenchmarkEntry entry) => entry.Ratio is null ? "" : $"{Change(entry.Lower)} … {Change(entry.Upper)}";

    // Half of a side is the limit.
    private static string Bar(double? ratio, double limit)
    {
        if (ratio is not { } number)
            return "";
        var part = (number - 1) * 100 / Math.Max(limit, 1) * BarLength / 2;
        var length = (int)Math.Min(BarLength, Math.Round(Math.Abs(part), MidpointRounding.AwayFromZero));
        var (left, right) = part < 0 ? (length, 0) : (0, length);
        return $"`{new string('░', BarLength - left)}{new string('█', left)}│{new string('█', right)}{new string('░', BarLength - right)}`";
    }

    private static string Word(BenchmarkEntry entry) => entry.Outcome switch
    {
        BenchmarkOutcome.Slower => "❌ slower",
        BenchmarkOutcome.Faster => "faster",
        BenchmarkOutcome.SameWork => "⚠️ same instructions",
        BenchmarkOutcome.Unclear => "⚠️ too noisy to tell",
        BenchmarkOutcome.New => "new",
        BenchmarkOutcome.Gone => "gone",
        _ => entry.IsSameProgram ? "the same program" : "",
    };
}
