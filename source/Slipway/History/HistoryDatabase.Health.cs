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

    private const string Jobs = """
        SELECT job_run.name, conclusion, NULL, job_run.duration_ms, job_run.queue_ms FROM run JOIN job_run ON job_run.run = run.id
        WHERE started >= $1 AND started < $2
        """;

    private const string Targets = """
        SELECT target_run.name, status, stage, target_run.duration_ms, NULL FROM run JOIN target_run ON target_run.run = run.id
        WHERE started >= $1 AND started < $2
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
    /// <param name="withParts">Whether jobs and targets are wanted, which are many.</param>
    public Task<HealthFacts> ReadHealthAsync(DateTimeOffset since, DateTimeOffset until, bool withParts, CancellationToken cancellationToken = default) => UseAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            var (from, to) = (since.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
            return new HealthFacts(
                connection.Rows(RunFacts, ReadRunFact, from, to),
                !withParts ? [] :
                [
                    .. PartsOf(connection, connection.Rows(Jobs, ReadPart, from, to), isJob: true, VerdictWords.Of(RunVerdict.Pass), VerdictWords.Of(RunVerdict.Fail)),
                    .. PartsOf(connection, connection.Rows(Targets, ReadPart, from, to), isJob: false, "succeeded", "failed"),
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
        VerdictWords.Find(reader.GetString(4)),
        reader.TextOrNull(5),
        reader.TextOrNull(6),
        reader.GetInt32(7),
        reader.TextOrNull(8),
        reader.TextOrNull(9));

    private static Part ReadPart(SqliteDataReader reader) =>
        new(reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetInt64(4));

    // Sorting them here is faster than SQLite's windows.
    private static IEnumerable<PartFact> PartsOf(SqliteConnection connection, IReadOnlyList<Part> parts, bool isJob, string good, string bad)
    {
        string? Text(long? id) => id is null ? null : (string?)connection.Value("SELECT value FROM text WHERE id = $1", id);
        long? Id(string text) => (long?)connection.Value("SELECT id FROM text WHERE value = $1", text);
        var (passed, failed) = (Id(good), Id(bad));
        return parts.Where(part => part.Status == passed || part.Status == failed).GroupBy(part => part.Name).Select(all => new PartFact(
            Text(all.Key)!,
            Text(all.Select(part => part.Stage).FirstOrDefault(stage => stage is not null)),
            isJob,
            all.Count(),
            all.Count(part => part.Status == failed),
            TimeSpan.FromMilliseconds(NearestRank.Of(all.Select(part => part.Duration), 50)!.Value),
            TimeSpan.FromMilliseconds(NearestRank.Of(all.Select(part => part.Duration), 90)!.Value),
            NearestRank.Of(all.Select(part => part.Queue).OfType<long>(), 50) is { } queue ? TimeSpan.FromMilliseconds(queue) : null)).OrderBy(part => part.Name, StringComparer.Ordinal);
    }

    private static TestFact ReadTest(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5));

    private static DeploymentFact ReadDeployment(SqliteDataReader reader) => new(
        (DeploymentKind)reader.GetInt32(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.IsDBNull(3) ? null : reader.Time(3),
        VerdictWords.Find(reader.GetString(4)),
        reader.Time(5),
        reader.IsDBNull(6) ? null : reader.Time(6));

    private readonly record struct Part(long Name, long Status, long? Stage, long Duration, long? Queue);
}
