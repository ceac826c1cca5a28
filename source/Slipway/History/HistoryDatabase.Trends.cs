using Microsoft.Data.Sqlite;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    // First attempts on code on which the same test passes.
    private const string Attempts = """
        WITH recent AS MATERIALIZED (
            SELECT test, code, attempt, outcome, recorded FROM test_outcome WHERE recorded >= $1 AND recorded < $2 AND ($3 IS NULL OR test IN (SELECT value FROM json_each($3)))),
        good AS MATERIALIZED (
            SELECT DISTINCT test, code FROM recent WHERE outcome = (SELECT id FROM text WHERE value = 'Passed')),
        first AS (
            SELECT test, recorded, outcome <> (SELECT id FROM text WHERE value = 'Passed') AS failed FROM recent JOIN good USING (test, code)
            WHERE attempt = 1 AND outcome IS NOT (SELECT id FROM text WHERE value = 'Ignored'))
        """;

    private const string TestFacts = $"""
        {Attempts}
        SELECT suite.value, package.value, program.value, test.name, counted.runs, counted.failures, test.id
        FROM (SELECT test, count(*) AS runs, sum(failed) AS failures FROM first GROUP BY test) AS counted
        JOIN test ON test.id = counted.test
        JOIN text AS suite ON suite.id = test.suite
        JOIN text AS package ON package.id = test.package
        JOIN text AS program ON program.id = test.program
        ORDER BY suite.value, package.value, program.value, test.name
        """;

    private const string TestTrends = $"{Attempts} SELECT test, recorded, failed FROM first";

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

    private static List<TestFact> ReadTests(SqliteConnection connection, Stretches time)
    {
        var tests = connection.Rows(TestFacts, reader => (Test: ReadTest(reader), Id: reader.GetInt64(6)), time.From, time.To, null);
        if (time.Count == 1)
            return [.. tests.Select(x => x.Test)];
        var trends = tests.Where(x => x.Test.Failures > 0).ToDictionary(x => x.Id, _ => new TestStretch[time.Count]);
        connection.Each(
            TestTrends,
            reader =>
            {
                ref var stretch = ref trends[reader.GetInt64(0)][time.Of(reader.GetInt64(1))];
                stretch = new TestStretch(stretch.Runs + 1, stretch.Failures + reader.GetInt32(2));
            },
            time.From, time.To, $"[{string.Join(',', trends.Keys.Order())}]");
        return [.. tests.Select(x => trends.TryGetValue(x.Id, out var trend) ? x.Test with { Trend = [.. trend] } : x.Test)];
    }

    private static TestFact ReadTest(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5));
}
