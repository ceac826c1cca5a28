using CliWrap.Buffered;
using Slipway.Packaging;
using Slipway.Rehearsal;

namespace EndToEnd.Tests;

/// <summary>What stops a release before anything is changed outside, each with its sentence.</summary>
public class WrongWorldTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tag_of_another_version_stops_it()
    {
        using var pipeline = await ProgramAsync();

        var run = await pipeline.RunAsync("release", "--tag", "v0.2.0");

        run.ShouldExitWith(2)
            .ShouldSay("The tag v0.2.0 is not the version of tool, which is 0.1.0.")
            .ShouldSay("Set the version to 0.2.0 and commit it before the tag is made, or make the tag v0.1.0.");
        await ShouldHaveChangedNothingAsync(pipeline);
    }

    [Fact]
    public async Task A_change_log_without_the_version_stops_it()
    {
        using var pipeline = await ProgramAsync("# Changes\n\n## [0.0.9]\n\n- Before.\n");

        var run = await pipeline.RunAsync("release");

        run.ShouldExitWith(1).ShouldSay("The change log has no section for 0.1.0.");
        await ShouldHaveChangedNothingAsync(pipeline);
    }

    [Fact]
    public async Task A_key_that_the_passphrase_does_not_open_stops_it()
    {
        using var pipeline = await ProgramAsync();
        var key = await GpgKey.MakeAsync("Tests <tests@localhost>", DateTimeOffset.UnixEpoch.AddYears(50), Token);
        pipeline.WithVariable("GPG_KEY", key.Text).WithVariable("GPG_PASSPHRASE", "another word");

        var run = await pipeline.RunAsync("release");

        run.ShouldExitWith(2).ShouldSay("The passphrase does not open the OpenPGP key.");
        (run.Output + run.Error).ShouldNotContain(key.Text.Split('\n').MaxBy(x => x.Length)!);
        await ShouldHaveChangedNothingAsync(pipeline);
    }

    [Fact]
    public async Task A_key_that_is_none_stops_it()
    {
        using var pipeline = await ProgramAsync();
        pipeline.WithVariable("GPG_KEY", "no key at all").WithVariable("GPG_PASSPHRASE", "word");

        var run = await pipeline.RunAsync("release");

        run.ShouldExitWith(2).ShouldSay("What should be the OpenPGP key is neither armoured nor base64 of that.");
        (run.Output + run.Error).ShouldNotContain("no key at all");
        await ShouldHaveChangedNothingAsync(pipeline);
    }

    [Fact]
    public async Task Files_that_are_not_committed_stop_a_release_for_users()
    {
        using var pipeline = await ProgramAsync();
        await pipeline.GitAsync("tag", "v0.1.0");
        pipeline.WithFile("src/main.rs", "fn main() {}\n");
        await using var servers = await RehearsalServers.StartAsync(Path.Combine(pipeline.Root, ".nuke/temp/outside"), cancellationToken: Token);
        foreach (var (name, value) in servers.Environment)
            pipeline.WithVariable(name, value);
        // Nobody outside is asked, whatever else a release comes to look at.
        pipeline.WithVariable("HTTPS_PROXY", "http://127.0.0.1:9").WithVariable("GPG_KEY", "key").WithVariable("GPG_PASSPHRASE", "word");

        var run = await pipeline.RunAsync("release", "--forge", "github");

        run.ShouldExitWith(1)
            .ShouldSay("Files are not as they were committed: work space/src/main.rs.")
            .ShouldSay("Commit them before the tag is made, put them away (git stash --include-untracked), or let .gitignore name them.");
        servers.Log.Calls.ShouldAllBe(call => call.Method == "GET");
        Directory.Exists(Path.Combine(pipeline.Root, "artifacts/release")).ShouldBeFalse("nothing is built before that");
    }

    [Fact]
    public async Task A_key_without_its_passphrase_stops_it()
    {
        using var pipeline = await ProgramAsync();
        var key = await GpgKey.MakeAsync("Tests <tests@localhost>", DateTimeOffset.UnixEpoch.AddYears(50), Token);
        pipeline.WithVariable("GPG_KEY", key.Text);

        var run = await pipeline.RunAsync("release");

        run.ExitCode.ShouldNotBe(0, run.Output);
        run.ShouldSay("GPG_PASSPHRASE");
        await ShouldHaveChangedNothingAsync(pipeline);
    }

    [Fact]
    public async Task A_disk_that_is_full_ends_packing_with_a_sentence_and_the_next_run_packs_all_of_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a small disk is made with a mount namespace of Linux");
        using var pipeline = await ProgramAsync();
        var folder = Path.Combine(pipeline.Root, "artifacts/release");
        Directory.CreateDirectory(folder);
        var command = pipeline.Command("package");

        // The disk is there for the pipeline alone, and gone with it.
        const string Small = """mount -t tmpfs -o size=64k none "$0" && "$@"; code=$?; ls -A "$0" | sed 's/^/left: /'; exit $code""";
        var result = await command.WithTargetFile("unshare")
            .WithArguments($"--map-root-user --mount sh -c {Quote(Small)} {Quote(folder)} dotnet {command.Arguments}")
            .ExecuteBufferedAsync(Token);
        Assert.SkipWhen(result.StandardError.StartsWith("unshare: ", StringComparison.Ordinal), $"this machine lets nobody make a small disk: {result.StandardError.Trim()}");

        var run = new PipelineRun(result.ExitCode, result.StandardOutput, result.StandardError);
        run.ExitCode.ShouldNotBe(0, run.Output);
        run.ShouldSay("No space left on device").ShouldSay("see that the disk is not full");
        run.Output.ShouldNotContain("   at ");
        run.Output.ShouldNotContain("left: ", Case.Sensitive, "what is half written is no archive");
        (await pipeline.RunAsync("package")).ShouldExitWith(0);
        Directory.GetFiles(folder, "tool-0.1.0-*.tar.gz").ShouldHaveSingleItem();
    }

    private static string Quote(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static async Task ShouldHaveChangedNothingAsync(Pipeline pipeline)
    {
        var calls = Directory.GetFiles(pipeline.Root, "calls.jsonl", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None });
        foreach (var line in calls.SelectMany(File.ReadLines))
            line.ShouldContain("\"method\":\"GET\"");
        File.Exists(Path.Combine(pipeline.Root, "artifacts/release/journal.jsonl")).ShouldBeFalse("a release that begins writes it");
        (await pipeline.GitAsync("tag", "--list")).ShouldBeEmpty();
        (await pipeline.GitAsync("status", "--porcelain")).ShouldBeEmpty();
    }

    private static async Task<Pipeline> ProgramAsync(string changes = "# Changes\n\n## [0.1.0]\n\n- The first one.\n")
    {
        var pipeline = new Pipeline()
            .WithPackage("tool")
            .WithFile("Cargo.toml", "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\ndescription = \"For a test.\"\nlicense = \"MIT\"\n")
            .WithFile("src/main.rs", "fn main() {\n    println!(\"tool\");\n}\n")
            .WithFile("CHANGELOG.md", changes)
            .WithFile("Cargo.lock", "version = 4\n\n[[package]]\nname = \"tool\"\nversion = \"0.1.0\"\n");
        (await pipeline.RunAsync("toolchain")).ShouldExitWith(0);
        await pipeline.CommitAsync("Begin");
        return pipeline;
    }
}
