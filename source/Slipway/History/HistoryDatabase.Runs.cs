using Microsoft.Data.Sqlite;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    private const string AddRun =
        "INSERT INTO run (started, duration_ms, commit_id, branch, verdict, machine) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";

    private const string AddTarget = "INSERT INTO target_run (run, name, stage, status, duration_ms) VALUES ($1, $2, $3, $4, $5)";

    private const string AddFigure = "INSERT OR REPLACE INTO run_figure (run, gate, name, unit, value) VALUES ($1, $2, $3, $4, $5)";

    private const string RunsSince = """
        SELECT run.id, started, duration_ms, commit_id, branch.value, verdict.value, machine.value
        FROM run
        LEFT JOIN text AS branch ON branch.id = run.branch
        JOIN text AS verdict ON verdict.id = run.verdict
        JOIN text AS machine ON machine.id = run.machine
        WHERE started >= $1
        ORDER BY started, run.id
        """;

    private const string TargetsSince = """
        SELECT target_run.run, name.value, stage.value, status.value, target_run.duration_ms
        FROM run
        JOIN target_run ON target_run.run = run.id
        JOIN text AS name ON name.id = target_run.name
        LEFT JOIN text AS stage ON stage.id = target_run.stage
        JOIN text AS status ON status.id = target_run.status
        WHERE started >= $1
        ORDER BY name.value
        """;

    public Task AppendAsync(RunRecord run, CancellationToken cancellationToken = default) =>
        WriteAsync(connection => Append(connection, run), cancellationToken);

    public Task<IReadOnlyList<RunRecord>> ReadRunsAsync(DateTimeOffset since, CancellationToken cancellationToken = default) => UseAsync(
        connection =>
        {
            // One state of the file for both.
            using var transaction = connection.BeginTransaction(deferred: true);
            var from = since.ToUnixTimeMilliseconds();
            var targets = connection.Rows(TargetsSince, ReadTarget, from).ToLookup(target => target.Run, target => target.Target);
            return connection.Rows(RunsSince, reader => ReadRun(reader, targets), from);
        },
        cancellationToken);

    private static void Append(SqliteConnection connection, RunRecord run)
    {
        using var texts = new TextTable(connection);
        var id = connection.Value(
            AddRun,
            run.Started.ToUnixTimeMilliseconds(),
            run.Duration.ToMilliseconds(),
            run.Commit,
            texts.IdOrNull(run.Branch),
            texts.Id(run.Verdict),
            texts.Id(run.Machine));
        using var add = new SqlStatement(connection, AddTarget);
        foreach (var target in run.Targets)
            add.Run(id, texts.Id(target.Name), texts.IdOrNull(target.Stage), texts.Id(target.Status), target.Duration.ToMilliseconds());
        using var addFigure = new SqlStatement(connection, AddFigure);
        foreach (var figure in run.Figures.Where(figure => double.IsFinite(figure.Value)))
            addFigure.Run(id, texts.Id(figure.Gate), texts.Id(figure.Name), texts.Id(figure.Unit), figure.Value);
    }

    private static (long Run, TargetRecord Target) ReadTarget(SqliteDataReader reader) => (
        reader.GetInt64(0),
        new TargetRecord(reader.GetString(1), reader.TextOrNull(2), reader.GetString(3), reader.Duration(4)));

    private static RunRecord ReadRun(SqliteDataReader reader, ILookup<long, TargetRecord> targets) => new(
        reader.Time(1),
        reader.Duration(2),
        reader.TextOrNull(3),
        reader.TextOrNull(4),
        reader.GetString(5),
        reader.GetString(6),
        [.. targets[reader.GetInt64(0)]]);
}
