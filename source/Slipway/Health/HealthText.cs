using System.Globalization;
using System.Text;
using Slipway.History;

namespace Slipway.Health;

/// <summary>The figures as a table for people.</summary>
public static class HealthText
{
    private static readonly string[] Header = ["", "figure", "value", "target", "before", "stands on"];

    public static string Write(HealthReport report)
    {
        var text = new StringBuilder();
        foreach (var line in PlainTable.Lines([Header, .. report.Figures.Select(Row)]))
            text.Append(line).Append('\n');
        foreach (var stage in report.Stages)
            text.Append(CultureInfo.InvariantCulture, $"stage {stage.Name}: median {Durations.Of(stage.Median)}, 90 % {Durations.Of(stage.NinetiethPercentile)} of work in {stage.Runs} runs\n");
        foreach (var part in report.Slowest)
            text.Append(CultureInfo.InvariantCulture, $"{Kind(part)} {part.Name}: takes {Durations.Of(part.Median)}, 90 % {Durations.Of(part.NinetiethPercentile)}{(part.Queue is { } queue ? $", after waiting for {Durations.Of(queue)}" : "")}\n");
        foreach (var part in report.Parts)
            text.Append(CultureInfo.InvariantCulture, $"{Kind(part)} {part.Name}: failed in {part.Failures} of {part.Runs} runs\n");
        foreach (var test in report.Tests)
            text.Append(CultureInfo.InvariantCulture, $"test {test.Name} ({test.Suite}): failed in {test.Failures} of {test.Runs} first attempts on code that it passes on\n");
        return text.ToString();
    }

    private static string Kind(PartFact part) => part.IsJob ? "job" : "target";

    private static string[] Row(Figure figure) =>
    [
        figure.Verdict switch
        {
            FigureVerdict.Met => "✔",
            FigureVerdict.Missed => "✘",
            FigureVerdict.Unknown => "–",
            _ => "",
        },
        figure.Name,
        figure.Value is { } value ? FigureValue.Of(value, figure.Unit) : "not known",
        FigureValue.Target(figure),
        figure.Before is { } before ? FigureValue.Of(before, figure.Unit) : "",
        figure.Evidence,
    ];
}
