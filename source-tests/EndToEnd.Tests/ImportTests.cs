using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Rehearsal;
using Slipway.Rehearsal.GitHub.State;

namespace EndToEnd.Tests;

/// <summary>The history of GitHub in the health of the pipeline, from a served past to figures and page.</summary>
public class ImportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_past_on_GitHub_is_imported_measured_and_shown()
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        await using var servers = await RehearsalServers.StartAsync(Path.Combine(pipeline.Root, ".nuke/temp/outside"), cancellationToken: Token);
        servers.GitHub.AddRuns(Enumerable.Range(1, 24).Select(Run));
        foreach (var (name, value) in servers.Environment)
            pipeline.WithVariable(name, value);

        var run = (await pipeline.RunAsync("importhistory", "metrics", "dashboard")).ShouldExitWith(0);

        run.ShouldSay("Imported 26 runs").ShouldSay("18 of 24 first attempts passed; 0 cancelled").ShouldSay("job build").ShouldSay("The dashboard is artifacts/health/site/index.html");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(pipeline.Root, "artifacts/health/metrics.json"), Token));
        json.RootElement.GetProperty("source").GetString().ShouldBe($"github:{servers.Environment["GITHUB_REPOSITORY"]}");
        json.RootElement.GetProperty("figures")[0].GetProperty("value").GetDouble().ShouldBe(0.75);
        (await File.ReadAllTextAsync(Path.Combine(pipeline.Root, "artifacts/health/site/index.html"), Token)).ShouldContain("18 of 24 first attempts passed");
        // What is known is not asked for again.
        (await pipeline.RunAsync("importhistory")).ShouldExitWith(0).ShouldSay("Imported 0 runs");
    }

    [Fact]
    public async Task A_past_that_cannot_be_had_breaks_only_what_asks_for_health()
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        (await pipeline.RunAsync("importhistory")).ShouldExitWith(0).ShouldSay("GITHUB_REPOSITORY is not set.");
        pipeline.WithVariable("GITHUB_REPOSITORY", "octo/crate");
        (await pipeline.RunAsync("importhistory")).ShouldExitWith(0).ShouldSay("GITHUB_TOKEN is not set.").ShouldSay("gh auth token");
        pipeline.WithVariable("GITHUB_TOKEN", "wrong-token-of-the-test");
        await using var servers = await RehearsalServers.StartAsync(Path.Combine(pipeline.Root, ".nuke/temp/outside"), cancellationToken: Token);
        pipeline.WithVariable("GITHUB_API_URL", servers.Environment["GITHUB_API_URL"]);

        var run = (await pipeline.RunAsync("importhistory", "--enforce")).ShouldExitWith(3);

        run.ShouldSay("the token is not valid (401)");
        (run.Output + run.Error).ShouldNotContain("wrong-token-of-the-test");
        (await pipeline.RunAsync("importhistory", "--import-days", "0")).ShouldExitWith(2).ShouldSay("--import-days is 0.");
    }

    // Every fourth fails, and every twelfth of all is run again.
    private static ActionRun Run(int id)
    {
        var created = TimeProvider.System.GetUtcNow().AddHours(-3 * id);
        ActionAttempt Attempt(int number, string conclusion) => new(
            "completed", conclusion, created.AddMinutes(30 * (number - 1)), created.AddMinutes(30 * number - 5),
            [new ActionJob(100 * id + number, "build", "completed", conclusion, created, created.AddMinutes(30 * (number - 1) + 1), created.AddMinutes(30 * (number - 1) + 9))]);
        ImmutableArray<ActionAttempt> attempts = id % 12 == 0 ? [Attempt(1, "failure"), Attempt(2, "success")] : [Attempt(1, id % 4 == 0 ? "failure" : "success")];
        return new ActionRun(id, "ci", ".github/workflows/ci.yml", "push", new string('a', 40), "main", created, attempts);
    }
}
