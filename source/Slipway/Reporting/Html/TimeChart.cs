using System.Xml.Linq;
using Slipway.Gates;
using Slipway.Html;

namespace Slipway.Reporting.Html;

/// <summary>Where the time went: that of the stages against their budgets, and that of the gates.</summary>
internal static class TimeChart
{
    // Its figures are seconds of stages, and their limits are the budgets.
    private const string Budgets = "Budget";

    public static XElement? Of(GateReport report)
    {
        var gates = report.Gates.Where(gate => gate.Duration > TimeSpan.Zero && gate.Name != Budgets).ToList();
        var stages = report.Gates.Where(gate => gate.Name == Budgets).SelectMany(gate => gate.Figures).Where(figure => figure.Unit == "s").ToList();
        return gates.Count + stages.Count == 0
            ? null
            : Section.Of("times", "Times", stages.Count == 0 ? null : OfStages(stages), gates.Count == 0 ? null : OfGates(gates));
    }

    private static XElement OfStages(IReadOnlyList<Figure> stages)
    {
        var longest = stages.Max(stage => Math.Max(stage.Value, stage.Threshold?.Value ?? 0));
        return Chart.Table("Time of each stage; the line is its budget", ["stage", "", "time", "budget"], stages.Select(stage => Chart.Row(
            new object?[] { stage.Name, stage.IsAllowed() ? null : Tag.Styled("span", "broken", " ", Tag.Sign("✘"), " over its budget") },
            longest > 0
                ? Bars.Bar(stage.ToString(), stage.Value / longest, stage.IsAllowed() ? "plain" : "bad", stage.Threshold?.Value / longest)
                : null,
            Text(stage.Value),
            stage.Threshold is { } budget ? Text(budget.Value) : "none")));
    }

    private static XElement OfGates(IReadOnlyList<GateResult> gates)
    {
        var longest = gates.Max(gate => gate.Duration);
        return Chart.Table("Time of each gate", ["gate", "", "time"], gates.OrderByDescending(gate => gate.Duration).Select(gate => Chart.Row(
            new object[] { gate.Title, Tag.Styled("small", "place", $" {gate.Stage}") },
            Bars.Bar(TimeText.Of(gate.Duration), gate.Duration / longest, "plain"),
            TimeText.Of(gate.Duration))));
    }

    private static string Text(double seconds) => TimeText.Of(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.MaxValue.TotalSeconds / 2)));
}
