using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests;

public class MetricsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_of_this_machine_are_measured_and_held_to_targets_on_demand()
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        await pipeline.CommitAsync("Begin");
        for (var good = 0; good < 4; good++)
            (await pipeline.RunAsync("format")).ShouldExitWith(0);
        pipeline.WithFile("src/lib.rs", "fn   main( ) {}\n");
        (await pipeline.RunAsync("format")).ShouldExitWith(1);

        var run = (await pipeline.RunAsync("metrics")).ShouldExitWith(0);

        run.ShouldSay("4 of 5 first attempts passed; 0 cancelled").ShouldSay("target Format: failed in 1 of 5 runs").ShouldSay("Not as it should be: Pass rate");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(pipeline.Root, "artifacts/health/metrics.json"), Token));
        json.RootElement.GetProperty("figures")[0].GetProperty("value").GetDouble().ShouldBe(0.8);
        (await pipeline.RunAsync("metrics", "--enforce")).ShouldExitWith(1).ShouldSay("not as it should be: Pass rate");
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_breaks_only_what_asks_for_health()
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        var file = Path.Combine(pipeline.Root, ".nuke/temp/history.db");
        (await pipeline.RunAsync("metrics")).ShouldExitWith(0).ShouldSay("The health is not known").ShouldSay("There is no history yet.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE strange (id INTEGER); PRAGMA user_version = 99; PRAGMA application_id = 1399613808;";
            await command.ExecuteNonQueryAsync(Token);
        }

        (await pipeline.RunAsync("metrics")).ShouldExitWith(0).ShouldSay("was written by a newer Slipway");
        (await pipeline.RunAsync("metrics", "--enforce")).ShouldExitWith(2).ShouldSay("was written by a newer Slipway");
        await File.WriteAllTextAsync(file, new string('x', 5000), Token);
        (await pipeline.RunAsync("metrics", "--enforce")).ShouldExitWith(1).ShouldSay("is damaged").ShouldSay("nothing is known of the last 30 days");
        (await pipeline.RunAsync("metrics")).ShouldExitWith(0).ShouldSay("not known");
    }

    [Fact]
    public async Task A_history_that_is_locked_or_of_another_program_is_named()
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        (await pipeline.RunAsync("format")).ShouldExitWith(0);
        var file = Path.Combine(pipeline.Root, ".nuke/temp/history.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync(Token);

            (await pipeline.RunAsync("metrics", "dashboard")).ShouldExitWith(0).ShouldSay("is locked by another process.").ShouldSay("The health is not known");
        }

        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA application_id = 1";
            await command.ExecuteNonQueryAsync(Token);
        }

        (await pipeline.RunAsync("dashboard", "--enforce")).ShouldExitWith(2).ShouldSay("is the database of another program.");
    }

    [Fact]
    public async Task A_window_that_is_none_is_refused()
    {
        using var pipeline = new Pipeline().WithPackage("tool");

        (await pipeline.RunAsync("metrics", "--window-days", "0")).ShouldExitWith(2).ShouldSay("--window-days is 0.").ShouldSay("from 1 to 366");
    }
}
