using System.Globalization;
using System.Xml.Linq;
using Slipway.History;
using Slipway.Html;

namespace Slipway.Health.Page;

/// <summary>Releases and deployments, the youngest first.</summary>
internal static class DeploymentSection
{
    private const int Most = 30;

    public static XElement? Of(DashboardContent content)
    {
        var all = content.Deployments;
        return all.Count == 0 ? null : Chart.Of(
            "releases",
            "Releases and deployments",
            all.Count > Most ? string.Create(CultureInfo.InvariantCulture, $"The last {Most} of {all.Count}; the bar is the time since the commit") : "The youngest first; the bar is the time since the commit",
            ["what", "", "began", "outcome", "since the commit"],
            all.Reverse().Take(Most).Select(one =>
            {
                var (style, sign, text) = PageText.Verdict(one.Verdict);
                var longest = all.Select(LeadTime).Max() ?? TimeSpan.Zero;
                return Chart.Row(
                    new object?[] { Tag.Styled("span", $"verdict {style}", Tag.Sign(sign)), " ", TextCut.Of(one.Reference), Tag.Styled("small", "place", one.Kind == DeploymentKind.Release ? "release" : $"to {TextCut.Of(one.Environment)}") },
                    LeadTime(one) is { } time && longest > TimeSpan.Zero ? Bars.Bar(Durations.Of(time), time / longest, style == "bad" ? "bad" : "plain") : null,
                    one.Created.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    text,
                    LeadTime(one) is { } lead ? Durations.Of(lead) : "–");
            }));
    }

    private static TimeSpan? LeadTime(DeploymentFact deployment) =>
        deployment is { Committed: { } from, Finished: { } to } && to >= from ? to - from : null;
}
