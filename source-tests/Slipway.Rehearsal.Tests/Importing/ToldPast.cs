using Slipway.Rehearsal.GitHub;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.Tests.Importing;

/// <summary>The past of a repository, made up from a number: runs with re-runs and cancellations, deployments and releases.</summary>
internal sealed class ToldPast
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 18, 30, 0, TimeSpan.Zero);

    private static readonly string[] Conclusions =
        ["success", "success", "success", "success", "success", "failure", "timed_out", "cancelled", "skipped", "startup_failure", "action_required"];

    private static readonly string[] Events = ["push", "push", "pull_request", "schedule"];

    public List<ActionRun> Runs { get; } = [];

    public List<Deployment> Deployments { get; } = [];

    public static ToldPast Of(int seed, int runs, int days)
    {
        var (random, past) = (new Random(seed), new ToldPast());
        for (var id = 1; id <= runs; id++)
        {
            var created = Now.AddSeconds(-random.Next(1, days * 86_400));
            var began = Pick(random, Events);
            past.Runs.Add(new ActionRun(
                id, random.Next(4) == 0 ? "nightly" : "ci", ".github/workflows/ci.yml", began, $"{id:x40}", began == "pull_request" ? $"change-{id % 7}" : "main", created,
                [.. Enumerable.Range(1, random.Next(8) == 0 ? random.Next(2, 4) : 1).Select(attempt => Attempt(random, 100 * id + 10 * attempt, created.AddMinutes(90 * (attempt - 1))))]));
        }

        for (var id = 1; id <= 30; id++)
        {
            var created = Now.AddSeconds(-random.Next(1, days * 86_400));
            string[] states = random.Next(5) switch { 0 => ["in_progress"], 1 => ["queued", "failure"], 2 => ["success", "inactive"], _ => ["in_progress", "success"] };
            past.Deployments.Add(new Deployment(id, new string('a', 40), $"v1.{id}.0", id % 3 == 0 ? "production" : "staging", created, [.. states.Select((state, index) => new DeploymentStatus(1000 * id + index, state, created.AddMinutes(5 * (index + 1))))]));
        }

        return past;
    }

    public void TellTo(GitHubServer server)
    {
        server.AddRuns(Runs);
        server.AddDeployments(Deployments);
    }

    private static ActionAttempt Attempt(Random random, long id, DateTimeOffset started)
    {
        var conclusion = Pick(random, Conclusions);
        var end = started;
        var jobs = new List<ActionJob>();
        for (var job = 0; job < (conclusion == "startup_failure" ? 0 : random.Next(1, 4)); job++)
        {
            var begins = started.AddSeconds(random.Next(1, 300));
            var over = begins.AddSeconds(random.Next(1, 1_500));
            end = over > end ? over : end;
            // Two of one name, as a re-used workflow makes them.
            jobs.Add(new ActionJob(id + job, job == 2 ? "job 1" : $"job {job}", "completed", job == 0 ? conclusion : Pick(random, Conclusions), started, begins, over));
        }

        return new ActionAttempt("completed", conclusion, started, end, [.. jobs]);
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
