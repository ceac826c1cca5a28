using System.Globalization;
using Microsoft.Data.Sqlite;
using Slipway.Cargo.Testing;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    private const string AddImportedRun = """
        INSERT INTO run (started, duration_ms, commit_id, branch, verdict, machine, source, external_id, attempt, event, workflow, url, queue_ms, imported)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (source, external_id, attempt) WHERE external_id IS NOT NULL DO UPDATE SET
            started = excluded.started, duration_ms = excluded.duration_ms, commit_id = excluded.commit_id, branch = excluded.branch,
            verdict = excluded.verdict, event = excluded.event, workflow = excluded.workflow, url = excluded.url, queue_ms = excluded.queue_ms,
            imported = excluded.imported
        RETURNING id
        """;

    private const string AddJob = "INSERT INTO job_run (run, position, name, conclusion, duration_ms, queue_ms) VALUES ($1, $2, $3, $4, $5, $6)";

    private const string AddDeployment = """
        INSERT INTO deployment (source, kind, external_id, environment, reference, commit_id, committed, status, created, finished, url, imported)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT DO UPDATE SET
            environment = excluded.environment, reference = excluded.reference, commit_id = excluded.commit_id, committed = excluded.committed,
            status = excluded.status, created = excluded.created, finished = excluded.finished, url = excluded.url,
            imported = excluded.imported
        """;

    private const string AddState =
        "INSERT INTO import_state (source, name, value, imported) VALUES ($1, $2, $3, $4) ON CONFLICT DO UPDATE SET value = excluded.value, imported = excluded.imported";

    public Task ImportAsync(
        string source,
        IReadOnlyCollection<ImportedRun> runs,
        IReadOnlyCollection<ImportedDeployment> deployments,
        IReadOnlyCollection<KeyValuePair<string, string>> states,
        CancellationToken cancellationToken = default) => WriteAsync(
        connection =>
        {
            using var texts = new TextTable(connection);
            var now = _file.Clock.GetUtcNow().ToUnixTimeMilliseconds();
            AddRuns(connection, texts, source, runs, now);
            AddDeployments(connection, texts, source, deployments, now);
            AddStates(connection, source, states, now);
        },
        cancellationToken);

    public Task ImportAsync(
        string source,
        IReadOnlyList<TestOutcomeRecord> outcomes,
        IReadOnlyCollection<KeyValuePair<string, string>> states,
        CancellationToken cancellationToken = default) => WriteAsync(
        connection =>
        {
            Append(connection, outcomes);
            AddStates(connection, source, states, _file.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        },
        cancellationToken);

    private static void AddRuns(SqliteConnection connection, TextTable texts, string source, IReadOnlyCollection<ImportedRun> runs, long now)
    {
        using var addRun = new SqlStatement(connection, AddImportedRun);
        using var removeJobs = new SqlStatement(connection, "DELETE FROM job_run WHERE run = $1");
        using var addJob = new SqlStatement(connection, AddJob);
        foreach (var run in runs)
        {
            var id = Convert.ToInt64(
                addRun.Value(
                    run.Started.ToUnixTimeMilliseconds(),
                    run.Duration.ToMilliseconds(),
                    run.Commit,
                    texts.IdOrNull(run.Branch),
                    texts.Id(VerdictWords.Of(run.Verdict)),
                    texts.Id(""),
                    texts.Id(source),
                    run.ExternalId,
                    run.Attempt,
                    texts.Id(run.Event),
                    texts.Id(run.Workflow),
                    run.Page?.AbsoluteUri,
                    run.Queue?.ToMilliseconds(),
                    now),
                CultureInfo.InvariantCulture);
            removeJobs.Run(id);
            foreach (var (position, job) in run.Jobs.Index())
                addJob.Run(id, position, texts.Id(job.Name), texts.Id(VerdictWords.Of(job.Verdict)), job.Duration.ToMilliseconds(), job.Queue?.ToMilliseconds());
        }
    }

    private static void AddDeployments(SqliteConnection connection, TextTable texts, string source, IReadOnlyCollection<ImportedDeployment> deployments, long now)
    {
        using var add = new SqlStatement(connection, AddDeployment);
        foreach (var deployment in deployments)
        {
            add.Run(
                texts.Id(source),
                (int)deployment.Kind,
                deployment.ExternalId,
                texts.Id(deployment.Environment),
                deployment.Reference,
                deployment.Commit,
                deployment.Committed?.ToUnixTimeMilliseconds(),
                texts.Id(VerdictWords.Of(deployment.Verdict)),
                deployment.Created.ToUnixTimeMilliseconds(),
                deployment.Finished?.ToUnixTimeMilliseconds(),
                deployment.Page?.AbsoluteUri,
                now);
        }
    }

    private static void AddStates(SqliteConnection connection, string source, IReadOnlyCollection<KeyValuePair<string, string>> states, long now)
    {
        foreach (var (name, value) in states)
            connection.Run(AddState, source, name, value, now);
    }
}
