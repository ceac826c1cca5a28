using Microsoft.Data.Sqlite;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    private const string RunFacts = """
        SELECT started, duration_ms, queue_ms, branch.value, verdict.value, source.value, external_id, attempt, event.value, workflow.value
        FROM run
        JOIN text AS verdict ON verdict.id = run.verdict
        LEFT JOIN text AS branch ON branch.id = run.branch
        LEFT JOIN text AS source ON source.id = run.source
        LEFT JOIN text AS event ON event.id = run.event
        LEFT JOIN text AS workflow ON workflow.id = run.workflow
        WHERE started >= $1 AND started < $2
        ORDER BY started, run.id
        """;

    // The values in their order, so that a quantile is one of them: the nearest rank.
    private const string JobFacts = """
        WITH part AS MATERIALIZED (
            SELECT name, conclusion, job_run.duration_ms, job_run.queue_ms FROM run JOIN job_run ON job_run.run = run.id
            WHERE started >= $1 AND started < $2 AND conclusion IN (SELECT id FROM text WHERE value IN ('pass', 'fail'))),
        ranked AS (
            SELECT name, duration_ms, row_number() OVER (PARTITION BY name ORDER BY duration_ms) AS rank, count(*) OVER (PARTITION BY name) AS total FROM part),
        waited AS (
            SELECT name, queue_ms, row_number() OVER (PARTITION BY name ORDER BY queue_ms) AS rank, count(*) OVER (PARTITION BY name) AS total FROM part WHERE queue_ms IS NOT NULL),
        queue AS (SELECT name, min(queue_ms) AS median FROM waited WHERE 2 * rank >= total GROUP BY name),
        failed AS (SELECT name, count(*) AS failures FROM part WHERE conclusion = (SELECT id FROM text WHERE value = 'fail') GROUP BY name)
        SELECT text.value, NULL, total, coalesce(failures, 0),
            min(CASE WHEN 2 * rank >= total THEN duration_ms END), min(CASE WHEN 10 * rank >= 9 * total THEN duration_ms END), queue.median
        FROM ranked JOIN text ON text.id = ranked.name LEFT JOIN failed USING (name) LEFT JOIN queue USING (name)
        GROUP BY ranked.name
        ORDER BY text.value
        """;

    private const string TargetFacts = """
        WITH part AS MATERIALIZED (
            SELECT name, stage, status, target_run.duration_ms FROM run JOIN target_run ON target_run.run = run.id
            WHERE started >= $1 AND started < $2 AND status IN (SELECT id FROM text WHERE value IN ('succeeded', 'failed'))),
        ranked AS (
            SELECT name, stage, duration_ms, row_number() OVER (PARTITION BY name ORDER BY duration_ms) AS rank, count(*) OVER (PARTITION BY name) AS total FROM part),
        failed AS (SELECT name, count(*) AS failures FROM part WHERE status = (SELECT id FROM text WHERE value = 'failed') GROUP BY name)
        SELECT text.value, max(stage.value), total, coalesce(failures, 0),
            min(CASE WHEN 2 * rank >= total THEN duration_ms END), min(CASE WHEN 10 * rank >= 9 * total THEN duration_ms END), NULL
        FROM ranked JOIN text ON text.id = ranked.name LEFT JOIN text AS stage ON stage.id = ranked.stage LEFT JOIN failed USING (name)
        GROUP BY ranked.name
        ORDER BY text.value
        """;

    private const string TestFacts = """
        WITH recent AS MATERIALIZED (
            SELECT test, code, attempt, outcome FROM test_outcome WHERE recorded >= $1 AND recorded < $2),
        good AS MATERIALIZED (
            SELECT DISTINCT test, code FROM recent WHERE outcome = (SELECT id FROM text WHERE value = 'Passed'))
        SELECT suite.value, package.value, program.value, test.name, count(*), sum(outcome <> (SELECT id FROM text WHERE value = 'Passed'))
        FROM recent JOIN good USING (test, code)
        JOIN test ON test.id = recent.test
        JOIN text AS suite ON suite.id = test.suite
        JOIN text AS package ON package.id = test.package
        JOIN text AS program ON program.id = test.program
        WHERE attempt = 1 AND outcome IS NOT (SELECT id FROM text WHERE value = 'Ignored')
        GROUP BY recent.test
        ORDER BY suite.value, package.value, program.value, test.name
        """;

    private const string DeploymentFacts = """
        SELECT kind, environment.value, reference, committed, status.value, created, finished
        FROM deployment
        JOIN text AS environment ON environment.id = deployment.environment
        JOIN text AS status ON status.id = deployment.status
        WHERE created >= $1 AND created < $2
        ORDER BY created, deployment.id
        """;

    /// <summary>What happened from a time on, and before another.</summary>
    public Task<HealthFacts> ReadHealthAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken = default) => UseAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            var (from, to) = (since.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
            return new HealthFacts(
                connection.Rows(RunFacts, ReadRunFact, from, to),
                [
                    .. connection.Rows(JobFacts, reader => ReadPart(reader, isJob: true), from, to),
                    .. connection.Rows(TargetFacts, reader => ReadPart(reader, isJob: false), from, to),
                ],
                connection.Rows(TestFacts, ReadTest, from, to),
                connection.Rows(DeploymentFacts, ReadDeployment, from, to));
        },
        cancellationToken);

    /// <summary>How many runs begin then or later.</summary>
    public Task<int> CountRunsFromAsync(DateTimeOffset since, CancellationToken cancellationToken = default) => UseAsync(
        connection => Convert.ToInt32(connection.Value("SELECT count(*) FROM run WHERE started >= $1", since.ToUnixTimeMilliseconds()), System.Globalization.CultureInfo.InvariantCulture),
        cancellationToken);

    private static RunFact ReadRunFact(SqliteDataReader reader) => new(
        reader.Time(0),
        reader.Duration(1),
        reader.IsDBNull(2) ? null : reader.Duration(2),
        reader.TextOrNull(3),
        VerdictOf(reader.GetString(4)),
        reader.TextOrNull(5),
        reader.TextOrNull(6),
        reader.GetInt32(7),
        reader.TextOrNull(8),
        reader.TextOrNull(9));

    private static PartFact ReadPart(SqliteDataReader reader, bool isJob) => new(
        reader.GetString(0), reader.TextOrNull(1), isJob, reader.GetInt32(2), reader.GetInt32(3), reader.Duration(4), reader.Duration(5), reader.IsDBNull(6) ? null : reader.Duration(6));

    private static TestFact ReadTest(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5));

    private static DeploymentFact ReadDeployment(SqliteDataReader reader) => new(
        (DeploymentKind)reader.GetInt32(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.IsDBNull(3) ? null : reader.Time(3),
        VerdictOf(reader.GetString(4)),
        reader.Time(5),
        reader.IsDBNull(6) ? null : reader.Time(6));

    private static RunVerdict? VerdictOf(string word) => word switch
    {
        "pass" => RunVerdict.Pass,
        "fail" => RunVerdict.Fail,
        "interrupted" => RunVerdict.Cancelled,
        "skipped" => RunVerdict.Skipped,
        _ => null,
    };
}
