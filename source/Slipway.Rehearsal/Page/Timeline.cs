using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Slipway.Html;
using Slipway.Rehearsal.Calls;

namespace Slipway.Rehearsal.Page;

/// <summary>Every call that a server had.</summary>
internal static class Timeline
{
    private const int Most = 2000;

    public static XElement? Of(ImmutableArray<Call> calls)
    {
        if (calls.IsEmpty)
            return null;
        var start = calls.Min(call => call.Time);
        var faults = calls.Count(call => call.Fault);
        return Section.Of(
            "calls",
            "Calls",
            Tag.Of(
                "details",
                Tag.Of("summary", $"{calls.Length} calls, {(faults == 0 ? "no fault" : $"{faults} met a fault")}"),
                Table.Of(
                    "gates",
                    Tag.Of("thead", Tag.Of("tr", RehearsalPage.Column("After"), RehearsalPage.Column("Server"), RehearsalPage.Column("Call"), RehearsalPage.Column("Answer"))),
                    Tag.Of("tbody", calls.OrderBy(call => call.Time).Take(Most).Select(call => Row(call, start)))),
                calls.Length > Most ? Tag.Styled("p", "rest", $"and {calls.Length - Most} more") : null));
    }

    private static XElement Row(Call call, DateTimeOffset start) => Tag.Styled(
        "tr",
        call.Fault ? "failed" : "passed",
        Tag.Styled("td", "short", TimeText.Of(call.Time - start)),
        Tag.Styled("td", "short", call.Server),
        Tag.Of("td", Tag.Code($"{call.Method} {call.Path}")),
        Tag.Styled("td", "short", $"{call.Status?.ToString(CultureInfo.InvariantCulture) ?? "cut"} in {TimeText.Of(call.Duration)}{(call.Fault ? ", a fault" : "")}"));
}
