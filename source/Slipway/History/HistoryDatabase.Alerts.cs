using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Slipway.History;

public sealed partial class HistoryDatabase : IAlertStates
{
    private const string PutProblem = """
        INSERT INTO alert_problem (key, event, stage, message, since, ended, times, run, seen) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (key) DO UPDATE SET event = excluded.event, stage = excluded.stage, message = excluded.message, since = excluded.since,
            ended = excluded.ended, times = excluded.times, run = excluded.run, seen = excluded.seen
        """;

    private const string AddTold = "INSERT INTO alert_told (key, channel, is_open, at, is_doubtful, taken, until) VALUES ($1, $2, $3, $4, $5, $6, $7)";

    Task<AlertBook> IAlertStates.ReadAsync(CancellationToken cancellationToken) => UseAsync(
        connection =>
        {
            // One state of the file for all tables.
            using var transaction = connection.BeginTransaction(deferred: true);
            return ReadBook(connection);
        },
        cancellationToken);

    async Task<T> IAlertStates.ChangeAsync<T>(Func<AlertBook, (AlertBook Book, T Result)> change, CancellationToken cancellationToken)
    {
        T result = default!;
        await WriteAsync(
            connection =>
            {
                var before = ReadBook(connection);
                (var after, result) = change(before);
                Write(connection, before, after);
            },
            cancellationToken);
        return result;
    }

    private static AlertBook ReadBook(SqliteConnection connection)
    {
        var told = connection
            .Rows("SELECT key, channel, is_open, at, is_doubtful, taken, until FROM alert_told", row => (Key: row.GetString(0), Channel: row.GetString(1), Told: ReadTold(row)))
            .ToLookup(row => row.Key, row => KeyValuePair.Create(row.Channel, row.Told), StringComparer.Ordinal);
        var problems = connection
            .Rows("SELECT key, event, stage, message, since, ended, times, run, seen FROM alert_problem", ReadProblem)
            .Select(problem => KeyValuePair.Create(problem.Key, problem with { Told = problem.Told.AddRange(told[problem.Key]) }));
        var sent = connection.Rows("SELECT channel, at FROM alert_sent ORDER BY at, id", row => new AlertSent(row.GetString(0), row.Time(1)));
        return new AlertBook(AlertBook.Empty.Problems.AddRange(problems), [.. sent]);
    }

    private static void Write(SqliteConnection connection, AlertBook before, AlertBook after)
    {
        foreach (var gone in before.Problems.Keys.Except(after.Problems.Keys, StringComparer.Ordinal))
            connection.Run("DELETE FROM alert_problem WHERE key = $1", gone);
        using var putProblem = new SqlStatement(connection, PutProblem);
        using var addTold = new SqlStatement(connection, AddTold);
        foreach (var problem in after.Problems.Values.Where(problem => !ReferenceEquals(problem, before.Problems.GetValueOrDefault(problem.Key))))
        {
            putProblem.Run(problem.Key, problem.Event, problem.Stage, problem.Message, Milliseconds(problem.Since), Milliseconds(problem.Ended), problem.Times, problem.Run, Milliseconds(problem.Seen));
            connection.Run("DELETE FROM alert_told WHERE key = $1", problem.Key);
            foreach (var (channel, told) in problem.Told)
                addTold.Run(problem.Key, channel, told.IsOpen is { } isOpen ? (isOpen ? 1 : 0) : null, Milliseconds(told.At), told.IsDoubtful ? 1 : 0, told.Taken, Milliseconds(told.Until));
        }

        if (before.Sent.SequenceEqual(after.Sent))
            return;
        connection.Run("DELETE FROM alert_sent");
        using var putSent = new SqlStatement(connection, "INSERT INTO alert_sent (channel, at) VALUES ($1, $2)");
        foreach (var sent in after.Sent)
            putSent.Run(sent.Channel, Milliseconds(sent.At));
    }

    private static AlertProblem ReadProblem(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.TextOrNull(2),
        row.GetString(3),
        row.Time(4),
        row.TimeOrNull(5),
        row.GetInt32(6),
        row.GetString(7),
        row.Time(8));

    private static AlertTold ReadTold(SqliteDataReader row) => new(
        row.IsDBNull(2) ? null : row.GetInt64(2) != 0,
        row.TimeOrNull(3),
        row.GetInt64(4) != 0,
        row.TextOrNull(5),
        row.TimeOrNull(6));

    private static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
