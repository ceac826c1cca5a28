using Slipway.Cargo.Testing;
using Slipway.History;

namespace Slipway.Tests.Health;

/// <summary>A history made up from a number: runs with attempts, jobs, tests and deployments of some weeks.</summary>
internal sealed class MadeHistory
{
    public const string Source = "github:octo/caro";

    private static readonly string[] Workflows = ["ci", "nightly"];
    private static readonly string[] Branches = ["main", "feature"];
    private static readonly RunVerdict[] Verdicts = [RunVerdict.Pass, RunVerdict.Pass, RunVerdict.Pass, RunVerdict.Fail, RunVerdict.Cancelled, RunVerdict.Skipped];
    private static readonly TestOutcome[] Outcomes = [TestOutcome.Passed, TestOutcome.Passed, TestOutcome.Passed, TestOutcome.Failed, TestOutcome.TimedOut, TestOutcome.Ignored];

    public List<ImportedRun> Runs { get; } = [];

    public List<ImportedDeployment> Deployments { get; } = [];

    public List<TestOutcomeRecord> Tests { get; } = [];

    public static MadeHistory Of(int seed, DateTimeOffset now, int days)
    {
        var (random, made) = (new Random(seed), new MadeHistory());
        DateTimeOffset Some() => now.AddMinutes(-random.Next(days * 24 * 60));
        for (var id = 0; id < 120; id++)
        {
            var (workflow, branch, start) = (Pick(random, Workflows), Pick(random, Branches), Some());
            for (var attempt = 1; attempt <= random.Next(1, 4); attempt++)
            {
                made.Runs.Add(new ImportedRun(
                    $"{id}", attempt, workflow, branch == "main" ? "push" : "pull_request", start.AddMinutes(30 * attempt), Minutes(random, 40), random.Next(3) == 0 ? null : Minutes(random, 5),
                    $"c{random.Next(9)}", branch, Pick(random, Verdicts), null,
                    [.. Enumerable.Range(0, random.Next(4)).Select(x => new ImportedJob($"job {x}", Pick(random, Verdicts), Minutes(random, 20), random.Next(2) == 0 ? null : Minutes(random, 3)))]));
            }
        }

        for (var id = 0; id < 25; id++)
        {
            var created = Some();
            made.Deployments.Add(new ImportedDeployment(
                id % 2 == 0 ? DeploymentKind.Release : DeploymentKind.Deployment, $"{id}", id % 3 == 0 ? "production" : "staging", $"v1.{id}.0", "c1", random.Next(3) == 0 ? null : created - Minutes(random, 2000),
                Pick(random, Verdicts), created, random.Next(4) == 0 ? null : created + Minutes(random, 60), null));
        }

        for (var index = 0; index < 400; index++)
        {
            made.Tests.Add(new TestOutcomeRecord(
                "unit", "caro", "lib", $"test {random.Next(12)}", $"tree {random.Next(6)}", "rustc 1.95.0", "linux-x64", random.Next(1, 3), Pick(random, Outcomes), null, Some()));
        }

        return made;
    }

    public async Task SaveAsync(HistoryDatabase history, CancellationToken cancellationToken)
    {
        await history.ImportAsync(Source, Runs, Deployments, [], cancellationToken);
        await history.AppendAsync(Tests, cancellationToken);
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    // Whole milliseconds, as a history keeps them.
    private static TimeSpan Minutes(Random random, int most) => TimeSpan.FromMilliseconds(random.Next(1, most * 60_000));
}
