namespace EndToEnd.Tests;

/// <summary>The commands of this repository's own release workflow, against servers on this machine.</summary>
public class WorkflowRehearsalTests
{
    private const string Release = ".github/workflows/release.yml";

    public WorkflowRehearsalTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "the steps are written for bash on Linux");

    [Fact]
    public async Task The_release_workflow_releases_job_by_job_and_no_secret_of_the_desk_is_used()
    {
        using var pipeline = (await ProgramAsync())
            .WithVariable("CARGO_REGISTRY_TOKEN", "desk-cargo-token")
            .WithVariable("DISCORD_WEBHOOK", "https://discord.invalid/api/webhooks/1/desk-secret")
            .WithVariable("SMTP_PASSWORD", "desk-mail-password")
            .WithVariable("GITHUB_TOKEN", "desk-github-token");

        var run = (await pipeline.RunAsync("RunWorkflow", "--workflow", "release", "--rehearsal")).ShouldExitWith(0);

        // Preflight, package, release and announce are jobs of their own, with nothing but artifacts between them.
        run.ShouldSay("-- preflight: Run Preflight").ShouldSay("the workflow gets one for each crate");
        Rows(run).ShouldBe(ExpectedRows());
        run.ShouldSay("actions/attest needs GitHub");
        run.ShouldSay("release v0.1.0 is public with 6 files")
            .ShouldSay("On the embedded registry: tool 0.1.0 is published")
            .ShouldSay("Announcements: 1 at the embedded Discord, 1 mails");
        (run.Output + run.Error).ShouldNotContain("desk-");
        (await pipeline.GitAsync("tag", "--list")).ShouldBeEmpty("the user's repository is left as it was");
        (await pipeline.GitAsync("status", "--porcelain")).ShouldBeEmpty();

        var calls = await File.ReadAllLinesAsync(Directory.GetFiles(pipeline.Root, "calls.jsonl", SearchOption.AllDirectories).Single(), TestContext.Current.CancellationToken);
        // The crate was published with a token that a proof of the job's identity was exchanged for, and that was taken back.
        var trusted = calls.Where(x => x.Contains("/api/v1/trusted_publishing/tokens") || x.Contains("/api/v1/crates/new")).ToList();
        trusted.Select(x => x.Contains("\"POST\"") ? "mint" : x.Contains("\"PUT\"") ? "publish" : "revoke").ShouldBe(["mint", "publish", "revoke"]);
        trusted.ShouldAllBe(x => x.Contains("\"status\":200") || x.Contains("\"status\":204"));
    }

    [Fact]
    public async Task A_workflow_whose_job_may_not_prove_who_it_is_publishes_no_crate()
    {
        using var pipeline = await ProgramAsync(x => x.Replace("      id-token: write # to prove which workflow this is\n", "", StringComparison.Ordinal));

        var run = (await pipeline.RunAsync("RunWorkflow", "--workflow", "release", "--rehearsal")).ShouldExitWith(1);

        run.ShouldSay("There is no token for rehearsal").ShouldSay("release v0.1.0 is a draft with 6 files").ShouldSay("tool 0.1.0 is not there")
            // Nothing is announced, and the team is told.
            .ShouldSay("Told on Discord").ShouldSay("Told by mail").ShouldSay("Announcements: 1 at the embedded Discord, 1 mails");
    }

    private static string[] ExpectedRows() => System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64
        ? ["preflight passed", "package x86_64-unknown-linux-gnu passed", "package aarch64-unknown-linux-gnu not run here", "package x86_64-apple-darwin not run here", "package aarch64-apple-darwin not run here", "release passed", "announce passed", "notify skipped"]
        : ["preflight not run here", "package x86_64-unknown-linux-gnu not run here", "package aarch64-unknown-linux-gnu passed", "package x86_64-apple-darwin not run here", "package aarch64-apple-darwin not run here", "release not run here", "announce not run here", "notify not run here"];

    // The table's rows without durations and reasons.
    private static string[] Rows(PipelineRun run) =>
    [
        .. run.Output.Split('\n')
            .SkipWhile(x => !x.StartsWith("Job ", StringComparison.Ordinal)).Skip(1)
            .Select(x => x.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .TakeWhile(x => x.Any(cell => cell is "passed" or "failed" or "skipped" or "not run here" or "waits"))
            .Select(x => string.Join(' ', x.Take(Array.FindIndex(x, cell => cell is "passed" or "failed" or "skipped" or "not run here" or "waits") + 1))),
    ];

    private static async Task<Pipeline> ProgramAsync(Func<string, string>? change = null)
    {
        var pipeline = new Pipeline().WithTool();
        var workflow = await File.ReadAllTextAsync(Path.Combine(Repository.Root, Release), TestContext.Current.CancellationToken);
        var changed = change is null ? workflow : change(workflow);
        if (change is not null)
            changed.ShouldNotBe(workflow);
        pipeline.WithFile($"../{Release}", changed)
            .WithFile("../global.json", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "global.json"), TestContext.Current.CancellationToken))
            // What the jobs start is the build of the tests, instead of a compilation in each job.
            .WithFile("../build.cmd", $":; cd \"$(dirname \"$0\")\" && exec dotnet \"{Pipeline.Assembly}\" \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(pipeline.Root, "build.cmd"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // The first run writes what editors complete parameters from, and that belongs into the repository.
        (await pipeline.RunAsync("toolchain")).ShouldExitWith(0);
        await File.WriteAllTextAsync(Path.Combine(pipeline.Root, ".nuke/parameters.json"), """{ "Workspace": "work space" }""", TestContext.Current.CancellationToken);
        await pipeline.CommitAsync("Begin");
        return pipeline;
    }
}
