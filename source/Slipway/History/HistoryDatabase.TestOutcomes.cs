using Microsoft.Data.Sqlite;
using Slipway.Cargo.Testing;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    private const string AddTest = """
        INSERT INTO test (suite, package, program, name, seen) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO UPDATE SET seen = max(seen, excluded.seen) RETURNING id
        """;

    private const string AddCode = """
        INSERT INTO code (tree, toolchain, os, seen) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO UPDATE SET seen = max(seen, excluded.seen) RETURNING id
        """;

    private const string AddOutcome =
        "INSERT INTO test_outcome (test, code, attempt, outcome, duration_ms, recorded) VALUES ($1, $2, $3, $4, $5, $6)";

    private const string OutcomesSince = """
        SELECT suite.value, package.value, program.value, test.name, code.tree, toolchain.value, os.value, attempt, outcome.value, duration_ms, recorded
        FROM test_outcome
        JOIN test ON test.id = test_outcome.test
        JOIN code ON code.id = test_outcome.code
        JOIN text AS suite ON suite.id = test.suite
        JOIN text AS package ON package.id = test.package
        JOIN text AS program ON program.id = test.program
        JOIN text AS toolchain ON toolchain.id = code.toolchain
        JOIN text AS os ON os.id = code.os
        JOIN text AS outcome ON outcome.id = test_outcome.outcome
        WHERE recorded >= $1
        ORDER BY recorded, test_outcome.id
        """;

    public Task AppendAsync(IReadOnlyList<TestOutcomeRecord> outcomes, CancellationToken cancellationToken = default) =>
        WriteAsync(connection => Append(connection, outcomes), cancellationToken);

    public Task<IReadOnlyList<TestOutcomeRecord>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        UseAsync<IReadOnlyList<TestOutcomeRecord>>(
            connection => [.. connection.Rows(OutcomesSince, ReadOutcome, since.ToUnixTimeMilliseconds()).OfType<TestOutcomeRecord>()],
            cancellationToken);

    private static void Append(SqliteConnection connection, IReadOnlyList<TestOutcomeRecord> outcomes)
    {
        using var texts = new TextTable(connection);
        using var addTest = new SqlStatement(connection, AddTest);
        using var addCode = new SqlStatement(connection, AddCode);
        using var addOutcome = new SqlStatement(connection, AddOutcome);
        var codes = outcomes.GroupBy(outcome => (outcome.Tree, outcome.Toolchain, outcome.System)).ToDictionary(
            same => same.Key,
            same => addCode.Value(same.Key.Tree, texts.Id(same.Key.Toolchain), texts.Id(same.Key.System), same.Max(outcome => outcome.Recorded.ToUnixTimeMilliseconds())));
        foreach (var outcome in outcomes)
        {
            var recorded = outcome.Recorded.ToUnixTimeMilliseconds();
            var code = codes[(outcome.Tree, outcome.Toolchain, outcome.System)];
            var test = addTest.Value(texts.Id(outcome.Suite), texts.Id(outcome.Package), texts.Id(outcome.Group), outcome.Test, recorded);
            addOutcome.Run(test, code, outcome.Attempt, texts.Id(outcome.Outcome.ToString()), outcome.Duration?.ToMilliseconds(), recorded);
        }
    }

    // A later version may have outcomes that this one does not know.
    private static TestOutcomeRecord? ReadOutcome(SqliteDataReader reader) => !Enum.TryParse<TestOutcome>(reader.GetString(8), out var outcome) ? null : new(
        reader.GetString(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.GetString(6),
        reader.GetInt32(7),
        outcome,
        reader.DurationOrNull(9),
        reader.Time(10));
}
