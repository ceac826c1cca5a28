using Slipway.Cargo.Testing;
using Slipway.History;

namespace Slipway.Health;

/// <summary>The figures of one stretch of time.</summary>
internal sealed class HealthWindow
{
    private const double DaysOfWeek = 7;

    private readonly HealthFacts _facts;
    private readonly TimeSpan _length;
    private readonly List<RunFact> _judged;
    private readonly List<RunFact> _onBranch;

    /// <param name="source">Whose runs count.</param>
    /// <param name="branch">The default one.</param>
    /// <param name="end">Until when something that is broken has been so.</param>
    public HealthWindow(HealthFacts facts, string? source, string branch, TimeSpan length, DateTimeOffset end)
    {
        _facts = facts;
        _length = length;
        var own = facts.Runs.Where(run => run.Source == source).ToList();
        _judged = [.. own.Where(run => run.Verdict is RunVerdict.Pass or RunVerdict.Fail)];
        _onBranch = [.. own.Where(run => run.Branch == branch && run.Event is not ("pull_request" or "pull_request_target"))];
        Reds = [.. RedTimes(end)];
    }

    public IReadOnlyList<(TimeSpan Length, bool IsOver)> Reds { get; }

    public IReadOnlyList<RunFact> First => [.. _onBranch.Where(run => run.Attempt == 1)];

    public int Passed => First.Count(run => run.Verdict == RunVerdict.Pass);

    public int Failed => First.Count(run => run.Verdict == RunVerdict.Fail);

    public int Cancelled => First.Count(run => run.Verdict == RunVerdict.Cancelled);

    public double? PassRate => Share(Passed, Passed + Failed);

    public int Judged => _judged.Count;

    public double? MeanDuration => _judged.Count == 0 ? null : _judged.Average(run => run.Duration.TotalSeconds);

    public TimeSpan? MedianDuration => Quantile(_judged.Select(run => run.Duration), 0.5);

    public TimeSpan? LongDuration => Quantile(_judged.Select(run => run.Duration), 0.9);

    public TimeSpan? MedianQueue => Quantile(_judged.Select(run => run.Queue).OfType<TimeSpan>(), 0.5);

    public int TestRuns => _facts.Tests.Sum(test => test.Runs);

    public int TestFailures => _facts.Tests.Sum(test => test.Failures);

    public double? FlakyRate => Share(TestFailures, TestRuns);

    public WilsonInterval FlakyInterval => WilsonInterval.Of(TestFailures, TestRuns);

    public IReadOnlyList<DeploymentFact> Deployed => [.. _facts.Deployments.Where(x => x.Verdict == RunVerdict.Pass)];

    public IReadOnlyList<DeploymentFact> NotDeployed => [.. _facts.Deployments.Where(x => x.Verdict == RunVerdict.Fail)];

    public double? DeploymentSuccess => Share(Deployed.Count, Deployed.Count + NotDeployed.Count);

    public double? DeploymentsPerWeek => _facts.Deployments.Count == 0 ? null : Deployed.Count / (_length.TotalDays / DaysOfWeek);

    public TimeSpan? LeadTime => Quantile(Deployed.Where(x => x is { Committed: not null, Finished: not null }).Select(x => x.Finished!.Value - x.Committed!.Value), 0.5);

    public TimeSpan? RestoreTime => Quantile(Restores().OfType<TimeSpan>(), 0.5);

    public int Unrestored => Restores().Count(x => x is null);

    public TimeSpan? MedianRed => Quantile(Reds.Where(x => x.IsOver).Select(x => x.Length), 0.5);

    /// <summary>The value at a share of the way through all in their order: the nearest rank.</summary>
    public static TimeSpan? Quantile(IEnumerable<TimeSpan> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    private static double? Share(int part, int all) => all == 0 ? null : (double)part / all;

    // From the end of the first run that fails to that of the next that passes, for each workflow by itself.
    private IEnumerable<(TimeSpan Length, bool IsOver)> RedTimes(DateTimeOffset end)
    {
        foreach (var workflow in _onBranch.GroupBy(run => run.Workflow, StringComparer.Ordinal))
        {
            DateTimeOffset? red = null;
            foreach (var run in workflow.OrderBy(run => run.Started + run.Duration))
            {
                var ended = run.Started + run.Duration;
                if (run.Verdict == RunVerdict.Fail)
                    red ??= ended;
                if (run.Verdict == RunVerdict.Pass && red is { } since)
                {
                    yield return (ended - since, true);
                    red = null;
                }
            }

            if (red is { } still)
                yield return (end - still, false);
        }
    }

    // From a deployment that failed to the next to the same place that did not; null while there is none.
    private IEnumerable<TimeSpan?> Restores()
    {
        foreach (var place in _facts.Deployments.GroupBy(x => (x.Kind, x.Environment)))
        {
            DateTimeOffset? broken = null;
            foreach (var deployment in place.OrderBy(Ended))
            {
                if (deployment.Verdict == RunVerdict.Fail)
                    broken ??= Ended(deployment);
                if (deployment.Verdict == RunVerdict.Pass && broken is { } since)
                {
                    yield return Ended(deployment) - since;
                    broken = null;
                }
            }

            if (broken is not null)
                yield return null;
        }

        static DateTimeOffset Ended(DeploymentFact x) => x.Finished ?? x.Created;
    }
}
