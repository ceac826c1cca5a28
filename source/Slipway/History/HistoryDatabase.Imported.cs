using System.Collections.Immutable;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    private const string RunVerdicts = """
        SELECT attempt, verdict.value
        FROM run
        JOIN text AS verdict ON verdict.id = run.verdict
        WHERE source = (SELECT id FROM text WHERE value = $1) AND external_id = $2
        """;

    private const string DeploymentNames = """
        SELECT external_id
        FROM deployment
        WHERE source = (SELECT id FROM text WHERE value = $1) AND kind = $2
        """;

    public Task<IReadOnlyDictionary<RunAttempt, RunVerdict?>> ReadRunVerdictsAsync(
        string source,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken = default) => UseAsync<IReadOnlyDictionary<RunAttempt, RunVerdict?>>(
        connection =>
        {
            using var statement = new SqlStatement(connection, RunVerdicts);
            return externalIds.Distinct(StringComparer.Ordinal)
                .SelectMany(id => statement.Rows(reader => (Attempt: new RunAttempt(id, reader.GetInt32(0)), Verdict: VerdictWords.Find(reader.GetString(1))), source, id))
                .ToDictionary(run => run.Attempt, run => run.Verdict);
        },
        cancellationToken);

    public Task<IReadOnlySet<string>> ReadDeploymentIdsAsync(string source, DeploymentKind kind, CancellationToken cancellationToken = default) =>
        UseAsync<IReadOnlySet<string>>(
            connection => connection.Rows(DeploymentNames, reader => reader.GetString(0), source, (int)kind).ToImmutableHashSet(StringComparer.Ordinal),
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
}
