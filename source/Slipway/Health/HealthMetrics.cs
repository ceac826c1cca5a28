using Slipway.History;
using static System.FormattableString;

namespace Slipway.Health;

/// <summary>Figures of health from a history.</summary>
public static class HealthMetrics
{
    private const int MostOffenders = 5;

    // Clocks differ by minutes; what is a day ahead was written by a wrong one.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Measures.</summary>
    /// <param name="length">Of the window, which ends now, and of the one before that it is compared with.</param>
    /// <param name="branch">The default one.</param>
    public static async Task<HealthReport> MeasureAsync(
        HistoryDatabase history, DateTimeOffset now, TimeSpan length, string branch, HealthTargets targets, CancellationToken cancellationToken) =>
        (await ReadAsync(history, now, length, branch, targets, Division.None, cancellationToken)).Report;

    /// <summary>The same with what it stands on.</summary>
    internal static async Task<(HealthReport Report, HealthFacts Facts, IReadOnlyList<DeploymentFact> Deployments)> ReadAsync(
        HistoryDatabase history, DateTimeOffset now, TimeSpan length, string branch, HealthTargets targets, Division division, CancellationToken cancellationToken)
    {
        var (from, limit) = (now - length, now + Ahead);
        // A server's runs are the team's; those of a desk count where there are no others.
        var source = await history.FindSourceAsync(from, limit, cancellationToken);
        var facts = await history.ReadHealthAsync(source, from, limit, division, cancellationToken);
        var before = await history.ReadHealthAsync(source, from - length, from, division: null, cancellationToken);
        var reds = await history.ReadOutagesAsync(source, branch, limit, cancellationToken);
        var deployments = await history.ReadDeploymentsAsync(source, limit, cancellationToken);
        var here = new HealthWindow(facts, reds, deployments, branch, length, now, limit);
        var there = new HealthWindow(before, reds, deployments, branch, length, from, from);
        var report = new HealthReport(
            from,
            now,
            source,
            branch,
            here.Runs,
            await history.CountFutureAsync(limit, cancellationToken),
            [.. Figures(here, there, targets)],
            facts.Stages,
            [.. facts.Parts.Where(x => x.Failures > 0).OrderByDescending(x => x.Failures).ThenBy(x => x.Name, StringComparer.Ordinal).Take(MostOffenders)],
            [.. Slowest(facts.Parts).Take(MostOffenders)],
            [.. Flakiest(facts.Tests).Take(MostOffenders)]);
        return (report, facts, deployments);
    }

    internal static IEnumerable<PartFact> Slowest(IEnumerable<PartFact> parts) =>
        parts.OrderByDescending(x => x.Median).ThenBy(x => x.Name, StringComparer.Ordinal);

    internal static IEnumerable<TestFact> Flakiest(IEnumerable<TestFact> tests) =>
        tests.Where(x => x.Failures > 0).OrderByDescending(x => (double)x.Failures / x.Runs).ThenByDescending(x => x.Runs).ThenBy(x => x.Name, StringComparer.Ordinal);

    private static IEnumerable<Figure> Figures(HealthWindow here, HealthWindow there, HealthTargets targets)
    {
        yield return AtLeast("Pass rate", here.PassRate, there.PassRate, targets.PassRate, Invariant($"{here.Passed} of {here.Passed + here.Failed} first attempts passed; {here.Cancelled} cancelled"))
            .WithEvidence(here.Passed + here.Failed, targets.MinimumRuns);
        yield return Below(
            "Duration, mean", FigureUnit.Seconds, here.MeanDuration, there.MeanDuration, targets.Duration.TotalSeconds, Invariant($"{here.Judged} runs"))
            .WithEvidence(here.Judged, targets.MinimumRuns);
        yield return Told("Duration, median", here.MedianDuration, there.MedianDuration, "");
        yield return Told("Duration, 90 %", here.LongDuration, there.LongDuration, "nine of ten runs take no longer");
        yield return Told("Queue, median", here.MedianQueue, there.MedianQueue, "before the first job; in no other figure");
        yield return Below(
            "Flaky rate", FigureUnit.Share, here.FlakyRate, there.FlakyRate, targets.FlakyRate,
            Invariant($"{here.TestFailures} of {here.TestRuns} first attempts on code that the test passes on; 95 %: {100 * here.FlakyInterval.Lower:0.##} to {100 * here.FlakyInterval.Upper:0.##} %"))
            .WithEvidence(here.TestRuns, targets.MinimumTestRuns);
        yield return AtLeast(
            "Deployment success", here.DeploymentSuccess, there.DeploymentSuccess, targets.DeploymentSuccess,
            Invariant($"{here.Deployed.Count} of {here.Deployed.Count + here.NotDeployed.Count} deployments and releases"));
        yield return Told("Time to fix a red branch, median", here.MedianRed, there.MedianRed, Evidence(here.Reds));
        yield return new Figure("Deployment frequency", FigureUnit.PerWeek, here.DeploymentsPerWeek, there.DeploymentsPerWeek, null, Verdict(here.DeploymentsPerWeek), Invariant($"{here.Deployed.Count} that succeeded"));
        yield return Told("Lead time, median", here.LeadTime, there.LeadTime, "from a commit to its deployment");
        yield return new Figure(
            "Change failure rate", FigureUnit.Share, 1 - here.DeploymentSuccess, 1 - there.DeploymentSuccess, null, Verdict(here.DeploymentSuccess), Invariant($"{here.NotDeployed.Count} deployments failed"));
        yield return Told("Time to restore, median", here.RestoreTime, there.RestoreTime, here.Unrestored == 0 ? "from a failed deployment to the next good one" : Invariant($"{here.Unrestored} not yet restored"));
    }

    private static string Evidence(IReadOnlyList<(TimeSpan Length, bool IsOver)> reds)
    {
        var over = reds.Where(x => x.IsOver).Select(x => x.Length).ToList();
        var open = reds.Where(x => !x.IsOver).Select(x => x.Length).DefaultIfEmpty().Max();
        var mended = over.Count switch
        {
            0 => "never mended in this time",
            1 => "mended once",
            _ => Invariant($"mended {over.Count} times, at the latest after {Durations.Of(over.Max())}"),
        };
        return open == TimeSpan.Zero ? over.Count == 0 ? "" : mended : $"{mended}; red now for {Durations.Of(open)}";
    }

    private static Figure AtLeast(string name, double? value, double? before, double target, string evidence) =>
        new(name, FigureUnit.Share, value, before, target, value is null ? FigureVerdict.Unknown : value >= target ? FigureVerdict.Met : FigureVerdict.Missed, evidence);

    private static Figure Below(string name, FigureUnit unit, double? value, double? before, double target, string evidence) =>
        new(name, unit, value, before, target, value is null ? FigureVerdict.Unknown : value < target ? FigureVerdict.Met : FigureVerdict.Missed, evidence) { IsUpper = true };

    private static Figure Told(string name, TimeSpan? value, TimeSpan? before, string evidence) =>
        new(name, FigureUnit.Seconds, value?.TotalSeconds, before?.TotalSeconds, null, Verdict(value?.TotalSeconds), evidence);

    private static FigureVerdict Verdict(double? value) => value is null ? FigureVerdict.Unknown : FigureVerdict.Told;
}
