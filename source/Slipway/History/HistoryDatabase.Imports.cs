using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    private const string AddImportedRun = """
        INSERT INTO run (started, duration_ms, commit_id, branch, verdict, machine, source, external_id, attempt, event, workflow, url, queue_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (source, external_id, attempt) WHERE external_id IS NOT NULL DO UPDATE SET
            started = excluded.started, duration_ms = excluded.duration_ms, commit_id = excluded.commit_id, branch = excluded.branch,
            verdict = excluded.verdict, event = excluded.event, workflow = excluded.workflow, url = excluded.url, queue_ms = excluded.queue_ms
        RETURNING id
        """;

    private const string AddJob = """
        INSERT INTO job_run (run, name, conclusion, duration_ms, queue_ms) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO UPDATE SET conclusion = excluded.conclusion, duration_ms = excluded.duration_ms, queue_ms = excluded.queue_ms
        """;

    private const string AddDeployment = """
        INSERT INTO deployment (source, kind, external_id, environment, reference, commit_id, committed, status, created, finished, url)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT DO UPDATE SET
            environment = excluded.environment, reference = excluded.reference, commit_id = excluded.commit_id, committed = excluded.committed,
            status = excluded.status, created = excluded.created, finished = excluded.finished, url = excluded.url
        """;

    private const string AddState = "INSERT INTO import_state (source, name, value) VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET value = excluded.value";

    public Task ImportAsync(
        string source,
        IReadOnlyCollection<ImportedRun> runs,
        IReadOnlyCollection<ImportedDeployment> deployments,
        IReadOnlyCollection<KeyValuePair<string, string>> states,
        CancellationToken cancellationToken = default) => WriteAsync(
        connection =>
        {
            using var texts = new TextTable(connection);
            AddRuns(connection, texts, source, runs);
            AddDeployments(connection, texts, source, deployments);
            foreach (var (name, value) in states)
                connection.Run(AddState, source, name, value);
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> ReadImportStatesAsync(string source, CancellationToken cancellationToken = default) =>
        UseAsync<IReadOnlyDictionary<string, string>>(
            connection => connection.Rows("SELECT name, value FROM import_state WHERE source = $1", reader => (Name: reader.GetString(0), Value: reader.GetString(1)), source)
                .ToDictionary(state => state.Name, state => state.Value, StringComparer.Ordinal),
            cancellationToken);

    public Task MergeAsync(string path, CancellationToken cancellationToken = default) => UseAsync(
        connection =>
        {
            HistoryMerge.Run(connection, Path.GetFullPath(path));
            return true;
        },
        cancellationToken);

    private static void AddRuns(SqliteConnection connection, TextTable texts, string source, IReadOnlyCollection<ImportedRun> runs)
    {
        using var addRun = new SqlStatement(connection, AddImportedRun);
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
                    run.Queue?.ToMilliseconds()),
                CultureInfo.InvariantCulture);
            foreach (var job in run.Jobs)
                addJob.Run(id, texts.Id(job.Name), texts.Id(VerdictWords.Of(job.Verdict)), job.Duration.ToMilliseconds(), job.Queue?.ToMilliseconds());
        }
    }

    private static void AddDeployments(SqliteConnection connection, TextTable texts, string source, IReadOnlyCollection<ImportedDeployment> deployments)
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
                deployment.Page?.AbsoluteUri);
        }
    }
}
