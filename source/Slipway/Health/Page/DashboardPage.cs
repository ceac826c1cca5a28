using System.Globalization;
using System.Xml.Linq;
using Slipway.Html;

namespace Slipway.Health.Page;

/// <summary>The health as one page: it needs no other file, no network and no script.</summary>
public static class DashboardPage
{
    public static string Write(DashboardContent content)
    {
        var headline = Headline(content.Report);
        XElement?[] sections =
        [
            FigureSection.Of(content.Report),
            RunSection.Of(content),
            PartSection.Of(content),
            FlakySection.Of(content),
            MeasuredSection.Of(content),
            DeploymentSection.Of(content),
        ];
        return HtmlPage.Write(headline, Header(content, headline), "Parts of the dashboard", [.. sections.OfType<XElement>()]);
    }

    private static string Headline(HealthReport report)
    {
        var (missed, judged) = (report.Missed.Count(), report.Figures.Count(x => x.Verdict is FigureVerdict.Met or FigureVerdict.Missed));
        return (missed, judged) switch
        {
            (_, 0) => "Pipeline health is not known",
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"Pipeline health: {judged} of {judged} targets met"),
            _ => string.Create(CultureInfo.InvariantCulture, $"Pipeline health: {missed} of {judged} targets missed"),
        };
    }

    private static XElement Header(DashboardContent content, string headline)
    {
        var report = content.Report;
        var (style, sign) = report.Missed.Any() ? ("bad", "✘") : report.Figures.Any(x => x.Verdict == FigureVerdict.Met) ? ("good", "✔") : ("none", "–");
        return Tag.Styled(
            "header",
            style,
            Tag.Of("h1", Tag.Sign(sign), " " + headline),
            Tag.Of("p", string.Create(
                CultureInfo.InvariantCulture,
                $"{PageText.Day(report.From)} to {report.To:yyyy-MM-dd HH:mm} UTC; {report.Runs} runs of {report.Source ?? "this machine"}; branch {report.Branch}")),
            report.Missed.Any() ? Tag.Of("ul", report.Missed.Select(x => Tag.Of("li", $"{x.Name}: {FigureValue.Of(x.Value!.Value, x.Unit)}, and the target is {FigureValue.Target(x)}"))) : null,
            report.Future.IsNone ? null : Tag.Styled("p", "problem", Tag.Sign("⚠"), string.Create(
                CultureInfo.InvariantCulture,
                $" {report.Future.Runs} runs, {report.Future.Deployments} deployments and {report.Future.Tests} outcomes of tests are of the future, and are left out")));
    }
}
