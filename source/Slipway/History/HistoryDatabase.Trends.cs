using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Slipway.Cargo.Testing;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    private const int MostTrends = 100;

    private const string Outcomes = "SELECT test, code, attempt, outcome FROM test_outcome WHERE recorded >= $1 AND recorded < $2";

    // Of some tests: their first attempts on code on which the same test passes.
    private const string FirstAttempts = """
        WITH recent AS MATERIALIZED (
            SELECT test, code, attempt, outcome, recorded FROM test_outcome WHERE recorded >= $1 AND recorded < $2 AND test IN (SELECT value FROM json_each($3))),
        good AS MATERIALIZED (SELECT DISTINCT test, code FROM recent WHERE outcome = $4)
        SELECT test, recorded, outcome <> $4 FROM recent JOIN good USING (test, code) WHERE attempt = 1 AND outcome IS NOT $5
        """;

    private const string Tests = """
        SELECT suite.value, package.value, program.value, test.name, test.id
        FROM test
        JOIN text AS suite ON suite.id = test.suite
        JOIN text AS package ON package.id = test.package
        JOIN text AS program ON program.id = test.program
        ORDER BY suite.value, package.value, program.value, test.name
        """;

    private const string FigurePoints = """
        SELECT gate, name, unit, started, value
        FROM run JOIN run_figure ON run_figure.run = run.id
        WHERE started >= $1 AND started < $2 AND branch = $3
        ORDER BY gate, name, unit, started, run.id
        """;

    /// <summary>How the figures of gates went, by gate and name.</summary>
    /// <param name="branch">That the runs were of.</param>
    public Task<IReadOnlyList<FigureTrend>> ReadFiguresAsync(string branch, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken = default) => UseAsync<IReadOnlyList<FigureTrend>>(
        connection =>
        {
            using var names = new TextNames(connection);
            var rows = connection.Rows(
                FigurePoints,
                reader => (Key: (Gate: reader.GetInt64(0), Name: reader.GetInt64(1), Unit: reader.GetInt64(2)), Point: new FigurePoint(reader.Time(3), reader.GetDouble(4))),
                since.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds(), TextNames.Find(connection, branch));
            return
            [
                .. rows.GroupBy(row => row.Key, row => row.Point)
                    .Select(all => new FigureTrend(names.Of(all.Key.Gate), names.Of(all.Key.Name), names.Of(all.Key.Unit), [.. all]))
                    .OrderBy(trend => trend.Gate, StringComparer.Ordinal).ThenBy(trend => trend.Name, StringComparer.Ordinal).ThenBy(trend => trend.Unit, StringComparer.Ordinal),
            ];
        },
        cancellationToken);

    // A year has millions of outcomes: one pass is several times faster than what SQLite makes of the same question.
    private static List<TestFact> ReadTests(SqliteConnection connection, Stretches time)
    {
        var (passed, ignored) = (TextNames.Find(connection, nameof(TestOutcome.Passed)), TextNames.Find(connection, nameof(TestOutcome.Ignored)));
        var codes = new Dictionary<(int Test, int Code), CodeOutcomes>();
        connection.Each(
            Outcomes,
            reader =>
            {
                var outcome = reader.GetInt64(3);
                ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(codes, (reader.GetInt32(0), reader.GetInt32(1)), out _);
                code.IsGood |= outcome == passed;
                if (reader.GetInt64(2) != 1 || outcome == ignored)
                    return;
                code.Runs++;
                code.Failures += outcome == passed ? 0 : 1;
            },
            time.From, time.To);
        var sums = new Dictionary<int, TestStretch>();
        foreach (var ((test, _), code) in codes.Where(x => x.Value is { IsGood: true, Runs: > 0 }))
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, test, out _);
            sum = new TestStretch(sum.Runs + code.Runs, sum.Failures + code.Failures);
        }

        var trends = time.Count == 1 ? [] : ReadTrends(connection, time, sums, passed, ignored);
        return
        [
            .. connection.Rows(Tests, reader => (Id: reader.GetInt32(4), Suite: reader.GetString(0), Package: reader.GetString(1), Program: reader.GetString(2), Name: reader.GetString(3)))
                .Where(test => sums.ContainsKey(test.Id))
                .Select(test => new TestFact(test.Suite, test.Package, test.Program, test.Name, sums[test.Id].Runs, sums[test.Id].Failures)
                {
                    Trend = trends.TryGetValue(test.Id, out var trend) ? [.. trend] : [],
                }),
        ];
    }

    private static Dictionary<int, TestStretch[]> ReadTrends(SqliteConnection connection, Stretches time, Dictionary<int, TestStretch> sums, long? passed, long? ignored)
    {
        var worst = sums.Where(x => x.Value.Failures > 0)
            .OrderByDescending(x => (double)x.Value.Failures / x.Value.Runs).ThenByDescending(x => x.Value.Runs).ThenBy(x => x.Key)
            .Take(MostTrends).Select(x => x.Key);
        var trends = worst.ToDictionary(x => x, _ => new TestStretch[time.Count]);
        connection.Each(
            FirstAttempts,
            reader =>
            {
                ref var stretch = ref trends[reader.GetInt32(0)][time.Of(reader.GetInt64(1))];
                stretch = new TestStretch(stretch.Runs + 1, stretch.Failures + reader.GetInt32(2));
            },
            time.From, time.To, $"[{string.Join(',', trends.Keys.Order())}]", passed, ignored);
        return trends;
    }

    private struct CodeOutcomes
    {
        public bool IsGood;
        public int Runs;
        public int Failures;
    }
}
