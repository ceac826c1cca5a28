using Slipway.Cargo.Testing;
using Slipway.History;

namespace Slipway.Tests.Health;

/// <summary>The figures once more, from what was made up, and without a line of the program.</summary>
internal sealed class ByHand(MadeHistory made, DateTimeOffset from, DateTimeOffset to)
{
    public static IReadOnlyList<(string Name, Func<ByHand, double?> Value)> Figures { get; } =
    [
        ("Pass rate", x => x.PassRate()),
        ("Duration, mean", x => x.Ended.Count == 0 ? null : x.Ended.Sum(run => run.Duration.TotalSeconds) / x.Ended.Count),
        ("Duration, median", x => Rank(x.Ended.Select(run => run.Duration), 50)?.TotalSeconds),
        ("Duration, 90 %", x => Rank(x.Ended.Select(run => run.Duration), 90)?.TotalSeconds),
        ("Queue, median", x => Rank(x.Ended.Where(run => run.Queue is not null).Select(run => run.Queue!.Value), 50)?.TotalSeconds),
        ("Flaky rate", x => x.FlakyRate()),
        ("Deployment success", x => x.Success()),
        ("Change failure rate", x => 1 - x.Success()),
        ("Deployment frequency", x => x.Deployments.Count == 0 ? null : x.Deployments.Count(deployment => deployment.Verdict == RunVerdict.Pass) / 30.0 * 7),
        ("Lead time, median", x => Rank(x.Deployments.Where(d => d.Verdict == RunVerdict.Pass && d.Committed is not null && d.Finished is not null).Select(d => d.Finished!.Value - d.Committed!.Value), 50)?.TotalSeconds),
        ("Time to fix a red branch, median", x => Rank(x.RedTimes(), 50)?.TotalSeconds),
        ("Time to restore, median", x => Rank(x.RestoreTimes(), 50)?.TotalSeconds),
    ];

    private List<ImportedRun> Runs => [.. made.Runs.Where(run => run.Started >= from && run.Started < to)];

    private List<ImportedRun> Ended => [.. Runs.Where(run => run.Verdict is RunVerdict.Pass or RunVerdict.Fail)];

    private List<ImportedDeployment> Deployments => [.. made.Deployments.Where(x => x.Created >= from && x.Created < to)];

    public static TimeSpan? Rank(IEnumerable<TimeSpan> values, int percent)
    {
        var sorted = values.ToList();
        sorted.Sort();
        var position = 0;
        while (position < sorted.Count && 100 * (position + 1) < percent * sorted.Count)
            position++;
        return sorted.Count == 0 ? null : sorted[position];
    }

    private double? PassRate()
    {
        double good = 0, all = 0;
        foreach (var run in Ended.Where(run => run is { Attempt: 1, Branch: "main" }))
        {
            all++;
            good += run.Verdict == RunVerdict.Pass ? 1 : 0;
        }

        return all == 0 ? null : good / all;
    }

    private double? FlakyRate()
    {
        var recent = made.Tests.Where(x => x.Recorded >= from && x.Recorded < to).ToList();
        var counted = recent.Where(x => x.Attempt == 1 && x.Outcome != TestOutcome.Ignored && recent.Exists(y => y.Test == x.Test && y.Tree == x.Tree && y.Outcome == TestOutcome.Passed)).ToList();
        return counted.Count == 0 ? null : (double)counted.Count(x => x.Outcome != TestOutcome.Passed) / counted.Count;
    }

    private double? Success()
    {
        var (good, bad) = (Deployments.Count(x => x.Verdict == RunVerdict.Pass), Deployments.Count(x => x.Verdict == RunVerdict.Fail));
        return good + bad == 0 ? null : (double)good / (good + bad);
    }

    // Wherever they began: it is the end that must be in the window.
    private IEnumerable<TimeSpan> RedTimes() => new[] { "ci", "nightly" }.SelectMany(workflow => Broken(
        [.. made.Runs.Where(run => run.Workflow == workflow && run.Branch == "main").Select(run => (run.Started + run.Duration, run.Verdict))]));

    private IEnumerable<TimeSpan> RestoreTimes() =>
        from kind in Enum.GetValues<DeploymentKind>()
        from place in new[] { "production", "staging" }
        from time in Broken([.. made.Deployments.Where(x => x.Kind == kind && x.Environment == place).OrderBy(x => x.Created).Select(x => (x.Finished ?? x.Created, x.Verdict))])
        select time;

    private IEnumerable<TimeSpan> Broken(List<(DateTimeOffset End, RunVerdict Verdict)> all)
    {
        var ends = all.Where(x => x.Verdict is RunVerdict.Pass or RunVerdict.Fail).OrderBy(x => x.End).ToList();
        for (var index = 0; index < ends.Count; index++)
        {
            var begins = ends[index].Verdict == RunVerdict.Fail && (index == 0 || ends[index - 1].Verdict == RunVerdict.Pass);
            var mended = ends.Skip(index).Where(x => x.Verdict == RunVerdict.Pass).Select(x => x.End).DefaultIfEmpty(DateTimeOffset.MaxValue).First();
            if (begins && mended >= from && mended < to)
                yield return mended - ends[index].End;
        }
    }
}
