using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    private const string SourceOf = """
        SELECT text.value FROM (
            SELECT source FROM run WHERE started >= $1 AND started < $2 AND source IS NOT NULL
            UNION ALL SELECT source FROM deployment WHERE created >= $1 AND created < $2)
        JOIN text ON text.id = source
        GROUP BY source ORDER BY count(*) DESC, text.value LIMIT 1
        """;

    private const string BranchRuns = """
        SELECT workflow, started + duration_ms AS ended, verdict
        FROM run
        WHERE started < $1 AND source IS $2 AND branch = $3 AND coalesce(event, 0) NOT IN (SELECT id FROM text WHERE value IN ('pull_request', 'pull_request_target'))
        ORDER BY ended, id
        """;

    private const string DeploymentFacts = """
        SELECT kind, environment.value, reference, committed, status.value, created, finished
        FROM deployment
        JOIN text AS environment ON environment.id = deployment.environment
        JOIN text AS status ON status.id = deployment.status
        JOIN text AS source ON source.id = deployment.source
        WHERE created < $1 AND source.value = $2
        ORDER BY created, deployment.id
        """;

    /// <summary>Whose runs and deployments of a time are the most; null when all are of this machine.</summary>
    public Task<string?> FindSourceAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken = default) => UseAsync(
        connection => (string?)connection.Value(SourceOf, since.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds()),
        cancellationToken);

    /// <summary>When a branch was broken, in all that is remembered, for each workflow by itself.</summary>
    /// <param name="until">Runs that begin then or later do not count.</param>
    public Task<IReadOnlyList<Outage>> ReadOutagesAsync(string? source, string branch, DateTimeOffset until, CancellationToken cancellationToken = default) => UseAsync<IReadOnlyList<Outage>>(
        connection =>
        {
            using var names = new TextNames(connection);
            var (sourceId, branchId) = (TextNames.Find(connection, source), TextNames.Find(connection, branch));
            if (branchId is null || (source is not null && sourceId is null))
                return [];
            var workflows = new SortedDictionary<long, Outages>();
            connection.Each(
                BranchRuns,
                reader =>
                {
                    var workflow = reader.NumberOrNull(0) ?? 0;
                    if (!workflows.TryGetValue(workflow, out var outages))
                        workflows[workflow] = outages = new Outages();
                    outages.Add(reader.Time(1), VerdictWords.Find(names.Of(reader.GetInt64(2))));
                },
                until.ToUnixTimeMilliseconds(), sourceId, branchId);
            return [.. workflows.Values.SelectMany(x => x.All).OrderBy(x => x.Since)];
        },
        cancellationToken);

    /// <summary>All deployments and releases of a source, the oldest first.</summary>
    /// <param name="until">Those that begin then or later do not count.</param>
    public Task<IReadOnlyList<DeploymentFact>> ReadDeploymentsAsync(string? source, DateTimeOffset until, CancellationToken cancellationToken = default) => UseAsync(
        connection => connection.Rows(DeploymentFacts, ReadDeployment, until.ToUnixTimeMilliseconds(), source),
        cancellationToken);

    /// <summary>What begins then or later.</summary>
    public Task<FutureFacts> CountFutureAsync(DateTimeOffset since, CancellationToken cancellationToken = default) => UseAsync(
        connection =>
        {
            int Count(string sql) => Convert.ToInt32(connection.Value(sql, since.ToUnixTimeMilliseconds()), CultureInfo.InvariantCulture);
            return new FutureFacts(
                Count("SELECT count(*) FROM run WHERE started >= $1"),
                Count("SELECT count(*) FROM deployment WHERE created >= $1"),
                Count("SELECT count(*) FROM test_outcome WHERE recorded >= $1"));
        },
        cancellationToken);

    private static DeploymentFact ReadDeployment(SqliteDataReader reader) => new(
        (DeploymentKind)reader.GetInt32(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.TimeOrNull(3),
        VerdictWords.Find(reader.GetString(4)),
        reader.Time(5),
        reader.TimeOrNull(6));
}
