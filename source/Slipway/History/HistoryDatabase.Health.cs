using Microsoft.Data.Sqlite;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    // As many as there is room for beside a name.
    private const int MostStretches = 0x7FF;

    // Texts by number: a year has a hundred thousand rows, and a dozen texts.
    private const string RunFacts = """
        SELECT started, duration_ms, queue_ms, branch, verdict, attempt, event, workflow
        FROM run
        WHERE started >= $1 AND started < $2 AND source IS $3
        ORDER BY started, id
        """;

    // Two numbers for each of millions of rows, as each value that is read costs as much as finding the row:
    // name, stretch and whether it failed; what it took and, from 1, what it waited.
    private const string Jobs = """
        SELECT (job_run.name << 12) | (max(0, min((started - $1) / $4, $5)) << 1) | (conclusion IS $7),
            min(max(job_run.duration_ms, 0), 2147483647) | (coalesce(min(max(job_run.queue_ms, 0), 2147483646) + 1, 0) << 32)
        FROM run JOIN job_run ON job_run.run = run.id
        WHERE started >= $1 AND started < $2 AND source IS $3 AND conclusion IN ($6, $7)
        """;

    private const string Targets = """
        SELECT target_run.name, status, target_run.duration_ms, stage, target_run.run, started FROM run JOIN target_run ON target_run.run = run.id
        WHERE started >= $1 AND started < $2 AND source IS $3
        """;

    /// <summary>What happened from a time on, and before another.</summary>
    /// <param name="source">Whose runs; null for those of this machine.</param>
    /// <param name="division">For trends; null without jobs, targets and stages, which are many.</param>
    public Task<HealthFacts> ReadHealthAsync(string? source, DateTimeOffset since, DateTimeOffset until, Division? division, CancellationToken cancellationToken = default) => UseAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            using var names = new TextNames(connection);
            var time = new Stretches(since.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds(), division ?? Division.None);
            var tests = ReadTests(connection, time);
            var id = TextNames.Find(connection, source);
            // A source that no row names is not this machine.
            if (source is not null && id is null)
                return HealthFacts.None with { Tests = tests };
            var runs = connection.Rows(RunFacts, reader => ReadRunFact(reader, names), time.From, time.To, id);
            if (division is null)
                return HealthFacts.None with { Runs = runs, Tests = tests };
            var (targets, stages) = ReadTargets(connection, names, id, time);
            return new HealthFacts(runs, [.. ReadJobs(connection, names, id, time), .. targets], stages, tests);
        },
        cancellationToken);

    private static RunFact ReadRunFact(SqliteDataReader reader, TextNames names) => new(
        reader.Time(0),
        reader.Duration(1),
        reader.DurationOrNull(2),
        names.Of(reader, 3),
        VerdictWords.Find(names.Of(reader.GetInt64(4))),
        reader.GetInt32(5),
        names.Of(reader, 6),
        names.Of(reader, 7));

    private static IEnumerable<PartFact> ReadJobs(SqliteConnection connection, TextNames names, long? source, Stretches time)
    {
        var (good, bad) = (TextNames.Find(connection, VerdictWords.Of(RunVerdict.Pass)), TextNames.Find(connection, VerdictWords.Of(RunVerdict.Fail)));
        var jobs = new Dictionary<long, PartTimes>();
        connection.Each(
            Jobs,
            reader =>
            {
                var (what, times) = (reader.GetInt64(0), reader.GetInt64(1));
                var waited = times >> 32;
                TimesOf(jobs, what >> 12, time).Add((int)(what >> 1) & MostStretches, times & int.MaxValue, waited == 0 ? null : waited - 1, (what & 1) == 1);
            },
            time.From, time.To, source, time.Length, time.Count - 1, good, bad);
        return PartsOf(jobs, names, isJob: true);
    }

    private static (IEnumerable<PartFact> Targets, IReadOnlyList<StageFact> Stages) ReadTargets(SqliteConnection connection, TextNames names, long? source, Stretches time)
    {
        var (good, bad) = (TextNames.Find(connection, "succeeded"), TextNames.Find(connection, "failed"));
        var (targets, stages) = (new Dictionary<long, PartTimes>(), new Dictionary<long, PartTimes>());
        var (run, stretch, sums) = (-1L, 0, new Dictionary<long, long>());
        void EndRun()
        {
            foreach (var (stage, sum) in sums)
                TimesOf(stages, stage, time).Add(stretch, sum, null, failed: false);
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

                var (times, duration) = (TimesOf(targets, reader.GetInt64(0), time), reader.GetInt64(2));
                times.Add(stretch = time.Of(reader.GetInt64(5)), duration, null, status == bad);
                if (reader.NumberOrNull(3) is { } stage)
                {
                    times.Stage ??= stage;
                    sums[stage] = sums.GetValueOrDefault(stage) + duration;
                }
            },
            time.From, time.To, source);
        EndRun();
        return (PartsOf(targets, names, isJob: false), [.. stages.Select(x => x.Value.ToStage(names.Of(x.Key))).OrderBy(x => x.Name, StringComparer.Ordinal)]);
    }

    private static PartTimes TimesOf(Dictionary<long, PartTimes> all, long id, Stretches time)
    {
        if (!all.TryGetValue(id, out var times))
            all[id] = times = new PartTimes(time.Count);
        return times;
    }

    private static IEnumerable<PartFact> PartsOf(Dictionary<long, PartTimes> all, TextNames names, bool isJob) => all
        .Select(x => x.Value.ToPart(names.Of(x.Key), x.Value.Stage is { } stage ? names.Of(stage) : null, isJob))
        .OrderBy(part => part.Name, StringComparer.Ordinal)
        .ToList();
}
