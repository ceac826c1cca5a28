using System.Diagnostics;
using System.Globalization;
using CliWrap;

namespace EndToEnd.Tests;

public class ReleaseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_is_rehearsed_without_keys_or_accounts_and_users_can_use_it()
    {
        using var pipeline = await ProgramAsync();

        var run = (await pipeline.RunAsync("rehearse")).ShouldExitWith(0);

        run.ShouldSay("draft 1002 for v0.1.0 has 6 of 6 assets; nothing is left to do")
            .ShouldSay("On rehearsal: tool 0.1.0 is there, and ours")
            .ShouldSay("release v0.1.0 is public")
            .ShouldSay("Announced on Discord")
            .ShouldSay("sha256sum --check: 2 files OK")
            .ShouldSay("gpg --verify: good")
            .ShouldSay("tool from the registry: tool 0.1.0");
        File.Exists(Path.Combine(pipeline.Root, "artifacts/release/rehearsal.html")).ShouldBeTrue();
        (await pipeline.GitAsync("tag", "--list")).ShouldBeEmpty("the user's repository is left as it was");
        (await pipeline.GitAsync("status", "--porcelain")).ShouldBeEmpty();
        var kept = Directory.GetFiles(Path.Combine(pipeline.Root, "artifacts/release")).Select(File.ReadAllText).Append(run.Output).Append(run.Error);
        kept.ShouldAllBe(x => !x.Contains("rehearsal-github-token") && !x.Contains("rehearsal-cargo-token") && !x.Contains("rehearsal-webhook-token") && !x.Contains("PRIVATE KEY"));
    }

    [Fact]
    public async Task A_release_that_is_killed_in_an_upload_goes_on_with_what_is_there()
    {
        using var pipeline = await ProgramAsync();
        var faults = Path.Combine(pipeline.Root, ".nuke/temp/faults.json");
        Directory.CreateDirectory(Path.GetDirectoryName(faults)!);
        await File.WriteAllTextAsync(faults, """{ "faults": [ { "method": "POST", "path": "/api/uploads/**", "occurrence": 3, "delay": "00:05:00" } ] }""", Token);
        var output = new LiveOutput();
        var running = pipeline.Command("release", "--faults", faults).WithStandardOutputPipe(output.Pipe).ExecuteAsync(Token);
        var waited = Stopwatch.StartNew();
        while (output.ToString().Split("Uploaded ").Length < 6)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3), output.ToString());
            await Task.Delay(50, Token);
        }

        await Cli.Wrap("/bin/kill").WithArguments(["-KILL", running.ProcessId.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync(Token);
        (await running).ExitCode.ShouldBe(137);
        (await pipeline.RunAsync("release-status")).ShouldExitWith(0).ShouldSay("has 5 of 6 assets").ShouldSay("Next: ./build.sh Draft");
        // As another machine would see it, where nothing of this release was made.
        var (made, aside) = (Path.Combine(pipeline.Root, "artifacts/release"), Path.Combine(pipeline.Root, ".nuke/temp/aside"));
        Directory.Move(made, aside);
        (await pipeline.RunAsync("release-status")).ShouldExitWith(0)
            .ShouldSay("Journal: none on this machine").ShouldSay("draft 1002 for v0.1.0 has 5 assets").ShouldSay("Next: ./build.sh Draft, which packs and signs before");
        Directory.Exists(made).ShouldBeFalse("looking leaves nothing behind");
        Directory.Move(aside, made);
        var again = (await pipeline.RunAsync("release")).ShouldExitWith(0);

        again.ShouldSay("Rehearsal of v0.1.0: it goes on").ShouldSay("Draft 1002 for v0.1.0 has 5 of 6 assets; next: upload");
        again.Output.Split("Uploaded ").Length.ShouldBe(2, "one file is uploaded, and no other twice");
        again.ShouldSay("release v0.1.0 is public (1002) with 6 assets");
    }

    [Fact]
    public async Task A_dry_run_names_every_call_and_makes_none()
    {
        using var pipeline = await ProgramAsync();

        (await pipeline.RunAsync("release", "--dry-run")).ShouldExitWith(0)
            .ShouldSay("would create draft: POST /repos/rehearsal/tool/releases")
            .ShouldSay("cannot be undone: publish tool 0.1.0: cargo publish --package tool to rehearsal")
            .ShouldSay("cannot be undone: publish the release: PATCH")
            .ShouldSay("would announce on Discord");
        (await pipeline.RunAsync("release-status")).ShouldExitWith(0).ShouldSay("there is no draft for v0.1.0").ShouldSay("tool 0.1.0 is missing");
    }

    [Fact]
    public async Task A_preflight_says_everything_that_stands_in_the_way_of_a_release()
    {
        using var pipeline = await ProgramAsync();
        pipeline.WithFile("CHANGELOG.md", "# Changes\n");

        var run = await pipeline.RunAsync("preflight", "--forge", "github");

        run.ExitCode.ShouldNotBe(0);
        run.ShouldSay("tag: There is no tag v0.1.0 here.")
            .ShouldSay("tree: Files are not as they were committed: work space/CHANGELOG.md.")
            .ShouldSay("change log: work space/CHANGELOG.md: The change log has no section for 0.1.0.")
            .ShouldSay("signing: There is no key to sign with.")
            .ShouldSay("github: GITHUB_REPOSITORY is not set.")
            .ShouldSay("things stand in the way");
    }

    [Theory]
    [InlineData("--forge: 'gitlab' is no place for a release.", "--forge", "gitlab")]
    [InlineData("GITHUB_REPOSITORY is not set.", "--forge", "github", "--gpg-key", "key", "--gpg-passphrase", "word", "--discord-webhook", "https://discord.invalid/api/webhooks/1/secret-part")]
    public async Task A_release_that_can_go_nowhere_says_so(string message, params string[] arguments)
    {
        using var pipeline = await ProgramAsync();

        var run = await pipeline.RunAsync(["release", "--skip", "preflight", .. arguments]);

        run.ExitCode.ShouldNotBe(0);
        run.ShouldSay(message);
        (run.Output + run.Error).ShouldNotContain("secret-part");
    }

    private static async Task<Pipeline> ProgramAsync()
    {
        var pipeline = new Pipeline().WithTool();
        // The first run writes what editors complete parameters from, and that belongs into the repository.
        (await pipeline.RunAsync("toolchain")).ShouldExitWith(0);
        await pipeline.CommitAsync("Begin");
        return pipeline;
    }
}
