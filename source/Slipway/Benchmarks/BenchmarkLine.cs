using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Slipway.Benchmarks;

/// <summary>Samples in what a benchmark program writes: Slipway's own line, the same as JSON, and libtest's.</summary>
internal static partial class BenchmarkLine
{
    public const string Prefix = "slipway-bench:";

    private const string JsonStart = "{\"bench\":";

    private static readonly BenchmarkSample None = new("", double.NaN, double.NaN);

    /// <summary>The sample of a line; null when it has none.</summary>
    /// <exception cref="SlipwayException">It is meant to have one, and cannot be understood.</exception>
    public static BenchmarkSample? Parse(string line)
    {
        var text = line.Trim();
        var sample = text.StartsWith(Prefix, StringComparison.Ordinal) ? Own(text[Prefix.Length..])
            : text.StartsWith(JsonStart, StringComparison.Ordinal) ? Json(text)
            : Libtest().Match(text) is { Success: true } match ? new BenchmarkSample(match.Groups["name"].Value, 1, Number(match.Groups["time"].Value.Replace(",", "", StringComparison.Ordinal)))
            : (BenchmarkSample?)null;
        // A clock too coarse for the benchmark says 0, which says nothing.
        return sample is { Nanoseconds: 0, Iterations: > 0, Name.Length: > 0 } || sample is null ? null
            : sample.Value.IsUsable ? sample
            : throw new SlipwayException(
                ErrorKind.Configuration,
                $"A benchmark wrote a line that is no sample: {Shortened(text)}",
                $"Write `{Prefix} NAME ITERATIONS NANOSECONDS`, with both numbers above 0.");
    }

    private static BenchmarkSample Own(string text)
    {
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 3 ? None : new BenchmarkSample(string.Join(' ', words[..^2]), Number(words[^2]), Number(words[^1]));
    }

    private static BenchmarkSample Json(string text)
    {
        try
        {
            var sample = JsonSerializer.Deserialize(text, BenchmarkJson.Default.SampleJson);
            return new BenchmarkSample(sample?.Bench ?? "", sample?.Iters ?? double.NaN, sample?.Ns ?? double.NaN);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static string Shortened(string text) => text.Length <= 100 ? text : text[..100] + "…";

    [GeneratedRegex(@"^test (?<name>.+?) +\.\.\. bench: +(?<time>[0-9][0-9,]*(\.[0-9]+)?) ns/iter \(\+/- [0-9][0-9,]*(\.[0-9]+)?\)( = .*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Libtest();
}
