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
    private readonly List<DeploymentFact> _deployments;
    private readonly List<(TimeSpan Length, bool IsOver)> _restores;

    /// <param name="reds">When the branch was broken, at any time.</param>
    /// <param name="deployments">At any time.</param>
    /// <param name="branch">The default one.</param>
    /// <param name="end">Until when something that is broken has been so.</param>
    /// <param name="limit">What begins then or later does not count: the end, or somewhat later, as clocks differ.</param>
    public HealthWindow(HealthFacts facts, IEnumerable<Outage> reds, IReadOnlyCollection<DeploymentFact> deployments, string branch, TimeSpan length, DateTimeOffset end, DateTimeOffset limit)
    {
        _facts = facts;
        _length = length;
        _judged = [.. facts.Runs.Where(run => run.Verdict is RunVerdict.Pass or RunVerdict.Fail)];
        _first = [.. facts.Runs.Where(run => run.Attempt == 1 && run.Branch == branch && run.Event is not ("pull_request" or "pull_request_target"))];
        var from = end - length;
        _deployments = [.. deployments.Where(x => x.Created >= from && x.Created < limit)];
        Deployed = [.. _deployments.Where(x => x.Verdict == RunVerdict.Pass)];
        NotDeployed = [.. _deployments.Where(x => x.Verdict == RunVerdict.Fail)];
        Reds = Within(reds, from, end, limit);
        _restores = Within(deployments.GroupBy(x => (x.Kind, x.Environment)).SelectMany(OutagesOf), from, end, limit);
    }

    /// <summary>Those that ended in this time, and those that went on at its end; how long each was, wherever it began.</summary>
    public IReadOnlyList<(TimeSpan Length, bool IsOver)> Reds { get; }

    public int Runs => _facts.Runs.Count;

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

    public double? DeploymentsPerWeek => _deployments.Count == 0 ? null : Deployed.Count / (_length.TotalDays / DaysOfWeek);

    public TimeSpan? LeadTime => NearestRank.Of(Deployed.Where(x => x is { Committed: not null, Finished: not null }).Select(x => x.Finished!.Value - x.Committed!.Value), 50);

    public TimeSpan? RestoreTime => NearestRank.Of(_restores.Where(x => x.IsOver).Select(x => x.Length), 50);

    public int Unrestored => _restores.Count(x => !x.IsOver);

    public TimeSpan? MedianRed => NearestRank.Of(Reds.Where(x => x.IsOver).Select(x => x.Length), 50);

    private static double? Share(int part, int all) => all == 0 ? null : (double)part / all;

    private static List<(TimeSpan Length, bool IsOver)> Within(IEnumerable<Outage> outages, DateTimeOffset from, DateTimeOffset end, DateTimeOffset limit) =>
    [
        .. outages.Where(x => x.Since < limit && (x.Until is not { } until || until >= from)).Select(x => x.Until is { } until && until < limit
            ? (until - x.Since, true)
            : (end > x.Since ? end - x.Since : TimeSpan.Zero, false)),
    ];

    private static IEnumerable<Outage> OutagesOf(IEnumerable<DeploymentFact> deployments)
    {
        var outages = new Outages();
        foreach (var deployment in deployments.OrderBy(x => x.Ended))
            outages.Add(deployment.Ended, deployment.Verdict);
        return outages.All;
    }
}
