using Microsoft.Data.Sqlite;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    // Texts by number: a year has a hundred thousand rows, and a dozen texts.
    private const string RunFacts = """
        SELECT started, duration_ms, queue_ms, branch, verdict, attempt, event, workflow
        FROM run
        WHERE started >= $1 AND started < $2 AND source IS $3
        ORDER BY started, id
        """;

    private const string Jobs = """
        SELECT job_run.name, conclusion, job_run.duration_ms, job_run.queue_ms FROM run JOIN job_run ON job_run.run = run.id
        WHERE started >= $1 AND started < $2 AND source IS $3
        """;

    private const string Targets = """
        SELECT target_run.name, status, target_run.duration_ms, stage, target_run.run FROM run JOIN target_run ON target_run.run = run.id
        WHERE started >= $1 AND started < $2 AND source IS $3
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

    /// <summary>What happened from a time on, and before another.</summary>
    /// <param name="source">Whose runs; null for those of this machine.</param>
    /// <param name="withParts">Whether jobs, targets and stages are wanted, which are many.</param>
    public Task<HealthFacts> ReadHealthAsync(string? source, DateTimeOffset since, DateTimeOffset until, bool withParts, CancellationToken cancellationToken = default) => UseAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            using var names = new TextNames(connection);
            var (from, to) = (since.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
            var tests = connection.Rows(TestFacts, ReadTest, from, to);
            // A source that no row names is not this machine.
            if (TextNames.Find(connection, source) is not { } id)
                return source is null ? Facts(connection, names, null, from, to, withParts) with { Tests = tests } : HealthFacts.None with { Tests = tests };
            return Facts(connection, names, id, from, to, withParts) with { Tests = tests };
        },
        cancellationToken);

    private static HealthFacts Facts(SqliteConnection connection, TextNames names, long? source, long from, long to, bool withParts)
    {
        var runs = connection.Rows(RunFacts, reader => ReadRunFact(reader, names), from, to, source);
        if (!withParts)
            return HealthFacts.None with { Runs = runs };
        var (targets, stages) = ReadTargets(connection, names, source, from, to);
        return new HealthFacts(runs, [.. ReadJobs(connection, names, source, from, to), .. targets], stages, []);
    }

    private static RunFact ReadRunFact(SqliteDataReader reader, TextNames names) => new(
        reader.Time(0),
        reader.Duration(1),
        reader.IsDBNull(2) ? null : reader.Duration(2),
        names.Of(reader, 3),
        VerdictWords.Find(names.Of(reader.GetInt64(4))),
        reader.GetInt32(5),
        names.Of(reader, 6),
        names.Of(reader, 7));

    private static IEnumerable<PartFact> ReadJobs(SqliteConnection connection, TextNames names, long? source, long from, long to)
    {
        var (good, bad) = (TextNames.Find(connection, VerdictWords.Of(RunVerdict.Pass)), TextNames.Find(connection, VerdictWords.Of(RunVerdict.Fail)));
        var jobs = new Dictionary<long, PartTimes>();
        connection.Each(
            Jobs,
            reader =>
            {
                var verdict = reader.GetInt64(1);
                if (verdict == good || verdict == bad)
                    TimesOf(jobs, reader.GetInt64(0)).Add(reader.GetInt64(2), reader.NumberOrNull(3), verdict == bad);
            },
            from, to, source);
        return PartsOf(jobs, names, isJob: true);
    }

    private static (IEnumerable<PartFact> Targets, IReadOnlyList<StageFact> Stages) ReadTargets(SqliteConnection connection, TextNames names, long? source, long from, long to)
    {
        var (good, bad) = (TextNames.Find(connection, "succeeded"), TextNames.Find(connection, "failed"));
        var (targets, stages) = (new Dictionary<long, PartTimes>(), new Dictionary<long, PartTimes>());
        var (run, sums) = (-1L, new Dictionary<long, long>());
        void EndRun()
        {
            foreach (var (stage, sum) in sums)
                TimesOf(stages, stage).Add(sum, null, failed: false);
            sums.Clear();
        }

        connection.Each(
            Targets,
            reader =>
            {
                var status = reader.GetInt64(1);
                if (status != good && status != bad)
                    return;
                if (reader.GetInt64(4) is var next && next != run)
                {
                    EndRun();
                    run = next;
                }

                var (times, duration) = (TimesOf(targets, reader.GetInt64(0)), reader.GetInt64(2));
                times.Add(duration, null, status == bad);
                if (reader.NumberOrNull(3) is { } stage)
                {
                    times.Stage ??= stage;
                    sums[stage] = sums.GetValueOrDefault(stage) + duration;
                }
            },
            from, to, source);
        EndRun();
        return (PartsOf(targets, names, isJob: false), [.. stages.Select(x => new StageFact(names.Of(x.Key), x.Value.Runs, x.Value.Median, x.Value.NinetiethPercentile)).OrderBy(x => x.Name, StringComparer.Ordinal)]);
    }

    private static PartTimes TimesOf(Dictionary<long, PartTimes> all, long id)
    {
        if (!all.TryGetValue(id, out var times))
            all[id] = times = new PartTimes();
        return times;
    }

    private static IEnumerable<PartFact> PartsOf(Dictionary<long, PartTimes> all, TextNames names, bool isJob) => all
        .Select(x => new PartFact(names.Of(x.Key), x.Value.Stage is { } stage ? names.Of(stage) : null, isJob, x.Value.Runs, x.Value.Failures, x.Value.Median, x.Value.NinetiethPercentile, x.Value.Queue))
        .OrderBy(part => part.Name, StringComparer.Ordinal)
        .ToList();

    private static TestFact ReadTest(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5));
}
