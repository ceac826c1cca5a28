using System.Xml.Linq;
using Slipway.Gates;

namespace Slipway.Reporting.Html;

/// <summary>Where the time went.</summary>
internal static class TimeChart
{
    public static XElement? Of(GateReport report)
    {
        var gates = report.Gates.Where(gate => gate.Duration > TimeSpan.Zero).ToList();
        if (gates.Count == 0)
            return null;
        var longest = gates.Max(gate => gate.Duration);
        return Chart.Of("times", "Times", "How long each gate took", ["gate", "", "time"], gates
            .OrderByDescending(gate => gate.Duration)
            .Select(gate => Chart.Row(
                new object[] { gate.Title, Tag.Styled("small", "place", $" {gate.Stage}") },
                Bars.Bar(TimeText.Of(gate.Duration), gate.Duration / longest, "plain"),
                TimeText.Of(gate.Duration))));
    }
}
