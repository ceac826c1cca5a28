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
    private readonly List<RunFact> _first;
    private readonly List<TimeSpan?> _restores;

    /// <param name="source">Whose runs count.</param>
    /// <param name="branch">The default one.</param>
    /// <param name="end">Until when something that is broken has been so.</param>
    public HealthWindow(HealthFacts facts, string? source, string branch, TimeSpan length, DateTimeOffset end)
    {
        _facts = facts;
        _length = length;
        var own = facts.Runs.Where(run => run.Source == source).ToList();
        _judged = [.. own.Where(run => run.Verdict is RunVerdict.Pass or RunVerdict.Fail)];
        var onBranch = own.Where(run => run.Branch == branch && run.Event is not ("pull_request" or "pull_request_target")).ToList();
        _first = [.. onBranch.Where(run => run.Attempt == 1)];
        Reds = [.. onBranch.GroupBy(run => run.Workflow, StringComparer.Ordinal)
            .SelectMany(workflow => Outages(workflow, run => run.Started + run.Duration, run => run.Verdict))
            .Select(red => ((red.Until ?? end) - red.Since, red.Until is not null))];
        _restores = [.. facts.Deployments.GroupBy(x => (x.Kind, x.Environment))
            .SelectMany(place => Outages(place, x => x.Finished ?? x.Created, x => x.Verdict))
            .Select(broken => broken.Until - broken.Since)];
        Deployed = [.. facts.Deployments.Where(x => x.Verdict == RunVerdict.Pass)];
        NotDeployed = [.. facts.Deployments.Where(x => x.Verdict == RunVerdict.Fail)];
    }

    public IReadOnlyList<(TimeSpan Length, bool IsOver)> Reds { get; }

    public int Passed => _first.Count(run => run.Verdict == RunVerdict.Pass);

    public int Failed => _first.Count(run => run.Verdict == RunVerdict.Fail);

    public int Cancelled => _first.Count(run => run.Verdict == RunVerdict.Cancelled);

    public double? PassRate => Share(Passed, Passed + Failed);

    public int Judged => _judged.Count;

    public double? MeanDuration => _judged.Count == 0 ? null : _judged.Average(run => run.Duration.TotalSeconds);

    public TimeSpan? MedianDuration => NearestRank.Of(_judged.Select(run => run.Duration), 50);

    public TimeSpan? LongDuration => NearestRank.Of(_judged.Select(run => run.Duration), 90);

    public TimeSpan? MedianQueue => NearestRank.Of(_judged.Select(run => run.Queue).OfType<TimeSpan>(), 50);

    public int TestRuns => _facts.Tests.Sum(test => test.Runs);

    public int TestFailures => _facts.Tests.Sum(test => test.Failures);

    public double? FlakyRate => Share(TestFailures, TestRuns);

    public WilsonInterval FlakyInterval => WilsonInterval.Of(TestFailures, TestRuns);

    public IReadOnlyList<DeploymentFact> Deployed { get; }

    public IReadOnlyList<DeploymentFact> NotDeployed { get; }

    public double? DeploymentSuccess => Share(Deployed.Count, Deployed.Count + NotDeployed.Count);

    public double? DeploymentsPerWeek => _facts.Deployments.Count == 0 ? null : Deployed.Count / (_length.TotalDays / DaysOfWeek);

    public TimeSpan? LeadTime => NearestRank.Of(Deployed.Where(x => x is { Committed: not null, Finished: not null }).Select(x => x.Finished!.Value - x.Committed!.Value), 50);

    public TimeSpan? RestoreTime => NearestRank.Of(_restores.OfType<TimeSpan>(), 50);

    public int Unrestored => _restores.Count(x => x is null);

    public TimeSpan? MedianRed => NearestRank.Of(Reds.Where(x => x.IsOver).Select(x => x.Length), 50);

    private static double? Share(int part, int all) => all == 0 ? null : (double)part / all;

    // From the end of the first that fails to that of the next that passes; one that is not over has no end.
    private static IEnumerable<(DateTimeOffset Since, DateTimeOffset? Until)> Outages<T>(IEnumerable<T> all, Func<T, DateTimeOffset> ended, Func<T, RunVerdict?> verdict)
    {
        DateTimeOffset? broken = null;
        foreach (var one in all.OrderBy(ended))
        {
            if (verdict(one) == RunVerdict.Fail)
                broken ??= ended(one);
            if (verdict(one) == RunVerdict.Pass && broken is { } since)
            {
                yield return (since, ended(one));
                broken = null;
            }
        }

        if (broken is { } still)
            yield return (still, null);
    }
}
