using Slipway.Gates;
using Slipway.Html;

namespace Slipway.Reporting;

/// <summary>The gates as lines of text, one below the other.</summary>
public static class GateRows
{
    private const int LeastReason = 20;
    private const int MostTitle = 40;

    /// <summary>The lines, each parted behind the verdict, which a terminal may show in a colour of its own.</summary>
    /// <param name="width">How many characters a line has room for.</param>
    public static IReadOnlyList<GateRow> Of(GateReport report, int width)
    {
        if (report.Gates.Count == 0)
            return [];
        var times = report.Gates.Select(gate => gate.Verdict == GateVerdict.Skip ? "" : TimeText.Of(gate.Duration)).ToList();
        var (title, time) = (Math.Min(MostTitle, report.Gates.Max(gate => gate.Title.Length)), times.Max(text => text.Length));
        return [.. report.Gates.Zip(times, (gate, duration) =>
        {
            var verdict = VerdictOf(gate);
            var start = $"{Cut(gate.Title, title).PadRight(title)}  {duration.PadLeft(time)}";
            var room = Math.Max(LeastReason, width - verdict.Length - start.Length - 3);
            return new GateRow(verdict, $"{start}  {Cut(WhyOf(gate), room)}".TrimEnd());
        })];
    }

    private static string VerdictOf(GateResult gate) => gate.Verdict switch
    {
        GateVerdict.Pass => "✔ pass",
        GateVerdict.Fail => "✘ FAIL",
        _ => "– skip",
    };

    private static string WhyOf(GateResult gate) => string.Join(", ", new[] { gate.Reason, gate.Provenance }.OfType<string>());

    private static string Cut(string text, int room)
    {
        var line = string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= room)
            return line;
        // Half of a pair is no character.
        var end = char.IsHighSurrogate(line[room - 2]) ? room - 2 : room - 1;
        return line[..end].TrimEnd() + "…";
    }
}

/// <param name="Verdict">A sign and a word.</param>
/// <param name="Text">The gate, its time, and why.</param>
public sealed record GateRow(string Verdict, string Text);
