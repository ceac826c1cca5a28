using Slipway.History;

namespace Slipway.Tests.History;

/// <summary>Runs and deployments of other systems: imported again, by two at once, and from an older schema.</summary>
public class ImportTests
{
    private const string Source = "github:octo/caro";

    private static readonly DateTimeOffset Start = HistoryFolder.Now.AddHours(-2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_attempt_that_is_imported_again_loses_the_jobs_that_are_gone()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        await ImportAsync(history, Run("1", RunVerdict.Fail, Job("lint"), Job("test"), Job("doc")));
        await ImportAsync(history, Run("1", RunVerdict.Pass, Job("lint"), Job("test", RunVerdict.Pass)));

        Jobs(folder).ShouldBe(["1 lint pass", "1 test pass"]);
        (await history.ReadRunVerdictsAsync(Source, ["1", "2"], Token)).ShouldBe([KeyValuePair.Create(new RunAttempt("1", 1), (RunVerdict?)RunVerdict.Pass)]);
    }

    [Fact]
    public async Task Two_jobs_of_one_name_in_a_run_are_both_kept()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        await ImportAsync(history, Run("1", RunVerdict.Fail, Job("test"), Job("test", RunVerdict.Fail)));

        Jobs(folder).ShouldBe(["1 test fail", "1 test pass"]);
    }

    [Fact]
    public async Task Jobs_of_the_second_schema_are_kept_by_the_third()
    {
        using var folder = new HistoryFolder();
        await using (var connection = folder.Connect())
        {
            foreach (var step in HistorySchema.Steps.Take(2))
                connection.Run(step);
            connection.Run("INSERT INTO text (id, value) VALUES (1, 'pass'), (2, 'test'), (3, 'lint'), (4, 'github:octo/caro'), (5, 'fail'), (6, '')");
            connection.Run("INSERT INTO run (id, started, duration_ms, verdict, machine, source, external_id) VALUES (7, 1, 2, 1, 6, 4, '1'), (8, 3, 4, 5, 6, 4, '2')");
            connection.Run("INSERT INTO job_run (run, name, conclusion, duration_ms, queue_ms) VALUES (7, 2, 1, 20, NULL), (7, 3, 1, 30, 4), (8, 2, 5, 40, NULL)");
            connection.Run("INSERT INTO import_state (source, name, value) VALUES ('github:octo/caro', 'cursor', 'old')");
            connection.Run("PRAGMA user_version = 2");
            connection.Run($"PRAGMA application_id = {HistorySchema.ApplicationId}");
        }

        await using (var history = await folder.OpenAsync())
        {
            Jobs(folder).ShouldBe(["1 lint pass", "1 test pass", "2 test fail"]);
            (await history.ReadImportStatesAsync(Source, Token))["cursor"].ShouldBe("old");
            await ImportAsync(history, Run("1", RunVerdict.Pass, Job("only")));
        }

        Jobs(folder).ShouldBe(["1 only pass", "2 test fail"]);
        await using var after = folder.Connect();
        after.Value("PRAGMA integrity_check").ShouldBe("ok");
        after.Rows("PRAGMA foreign_key_check", row => row.GetString(0)).ShouldBeEmpty();
        after.Run("PRAGMA foreign_keys = ON");
        after.Run("DELETE FROM run WHERE external_id = '2'");
        Jobs(folder).ShouldBe(["1 only pass"], "jobs go with their run");
    }

    [Fact]
    public async Task Two_that_import_the_same_at_once_count_nothing_twice()
    {
        using var folder = new HistoryFolder();
        await (await folder.OpenAsync()).DisposeAsync();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(
            async () =>
            {
                await using var history = await HistoryDatabase.OpenAsync(folder.File, TimeProvider.System, TimeSpan.FromSeconds(30), cancellationToken: Token);
                for (var page = 0; page < 20; page++)
                {
                    var runs = Enumerable.Range(page * 10, 10).Select(id => Run($"{id}", RunVerdict.Pass, Job("lint"), Job("test"))).ToList();
                    await history.ImportAsync(Source, runs, [Deployment($"{page}", RunVerdict.Pass)], [KeyValuePair.Create($"page {page}", $"{writer}")], Token);
                }
            },
            Token)));

        await using var connection = folder.Connect();
        connection.Number("SELECT count(*) FROM run").ShouldBe(200);
        connection.Number("SELECT count(*) FROM job_run").ShouldBe(400);
        connection.Number("SELECT count(*) FROM deployment").ShouldBe(20);
        connection.Number("SELECT count(*) FROM import_state").ShouldBe(20);
    }

    private static Task ImportAsync(HistoryDatabase history, params ImportedRun[] runs) => history.ImportAsync(Source, runs, [], [], Token);

    internal static ImportedRun Run(string id, RunVerdict verdict, params ImportedJob[] jobs) =>
        new(id, 1, "ci", "push", Start, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(9), new string('a', 40), "main", verdict, null, [.. jobs]);

    internal static ImportedJob Job(string name, RunVerdict verdict = RunVerdict.Pass) => new(name, verdict, TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(3));

    internal static ImportedDeployment Deployment(string id, RunVerdict verdict) =>
        new(DeploymentKind.Deployment, id, "production", "v1.0.0", new string('a', 40), Start, verdict, Start, Start.AddMinutes(1), null);

    internal static IReadOnlyList<string> Jobs(HistoryFolder folder)
    {
        using var connection = folder.Connect();
        return connection.Rows(
            """
            SELECT run.external_id || ' ' || name.value || ' ' || conclusion.value
            FROM job_run JOIN run ON run.id = job_run.run JOIN text AS name ON name.id = job_run.name JOIN text AS conclusion ON conclusion.id = job_run.conclusion
            ORDER BY 1
            """,
            row => row.GetString(0));
    }
}
