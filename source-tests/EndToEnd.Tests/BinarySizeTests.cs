using System.Globalization;
using System.Text.Json;
using CliWrap;

namespace EndToEnd.Tests;

/// <summary>What a user sees of the size of the program.</summary>
public class BinarySizeTests
{
    private const string Main = "fn main() {\n    println!(\"{}\", DATA.iter().map(|&byte| byte as usize).sum::<usize>());\n}\n\n";

    [Fact]
    public async Task A_program_that_grew_too_much_fails_until_the_limit_is_raised()
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithFile("src/main.rs", Main + "static DATA: &[u8] = b\"small\";\n");
        await pipeline.CommitAsync("Small");
        var noise = new byte[6_000_000];
        for (var index = 0; index < noise.Length; index++)
            noise[index] = (byte)(index * 2654435761L >> 11);
        await File.WriteAllBytesAsync(Path.Combine(pipeline.Workspace, "src/data.bin"), noise, TestContext.Current.CancellationToken);
        pipeline.WithFile("src/main.rs", Main + "static DATA: &[u8] = include_bytes!(\"data.bin\");\n");
        await pipeline.CommitAsync("Large");

        var run = (await pipeline.RunAsync("binary-size", "--skip", "checks")).ShouldExitWith(1);
        run.ShouldSay("(the commit before HEAD, which is in main)").ShouldSay("work space/src/main.rs: tool grew by 6");
        run.ShouldSay(", more than 5 MB (the default); by section: ").ShouldSay("raise the limit: `--binary-size-growth 7`");
        var gate = JsonDocument.Parse(pipeline.Report("gates.json")).RootElement.GetProperty("gates").EnumerateArray().Single(x => x.GetProperty("name").GetString() == "BinarySize");
        gate.GetProperty("figures").EnumerateArray().Single(x => x.GetProperty("name").GetString() == "tool growth")
            .GetProperty("threshold").GetProperty("origin").GetString().ShouldBe("the default");
        pipeline.Report("summary.md").ShouldContain("(≤ 5, the default)");

        run = (await pipeline.RunAsync("binary-size", "--skip", "checks", "--binary-size-growth", "7.5")).ShouldExitWith(0);
        run.ShouldSay("The base was measured by an earlier run");
        run = (await pipeline.RunAsync("binary-size", "--skip", "checks", "--base", "HEAD", "--binary-size-percent", "1")).ShouldExitWith(0);
        run.ShouldSay("(--base HEAD)").SummaryOf("BinarySize").ShouldContain("Succeeded");
        (await pipeline.GitAsync("worktree", "list")).Trim().Split('\n').ShouldHaveSingleItem();
        (await pipeline.GitAsync("status", "--porcelain", "--untracked-files=no")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_history_the_gate_is_skipped_and_on_a_server_it_fails()
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithFile("src/main.rs", "//! Nothing.\n\nfn main() {}\n");
        (await pipeline.RunAsync("binary-size", "--skip", "checks")).ShouldExitWith(0).SummaryOf("BinarySize").ShouldContain("the workspace is in no git repository");
        pipeline.WithVariable("GITHUB_ACTIONS", "true").WithVariable("GITHUB_BASE_REF", "main");
        await pipeline.CommitAsync("First");
        var run = (await pipeline.RunAsync("binary-size", "--skip", "checks")).ShouldExitWith(1);
        run.ShouldSay("the branch origin/main of the pull request is not in this clone").ShouldSay("AllowedSkips => [\"BinarySize\"]");
    }

    [Theory]
    [InlineData("--base", "nonsense", "--base nonsense cannot be found")]
    [InlineData("--binary-size-growth", "-1", "--binary-size-growth is -1")]
    [InlineData("--binary-size-percent", "NaN", "--binary-size-percent")]
    public async Task A_value_that_cannot_be_is_an_error_of_usage(string option, string value, string message)
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithFile("src/main.rs", "//! Nothing.\n\nfn main() {}\n");
        (await pipeline.RunAsync("binary-size", "--skip", "checks", option, value)).ShouldExitWith(2).ShouldSay(message);
    }

    [Fact]
    public async Task A_signal_while_the_base_is_built_leaves_neither_a_process_nor_a_checkout()
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithFile("src/main.rs", "//! Nothing.\n\nfn main() {}\n")
            .WithFile("build.rs", """
                fn main() {
                    let out = std::env::var("CARGO_MANIFEST_DIR").unwrap();
                    std::fs::write(format!("{out}/started"), std::process::id().to_string()).unwrap();
                    std::thread::sleep(std::time::Duration::from_secs(600));
                }

                """);
        await pipeline.CommitAsync("Slow");
        var id = (await pipeline.GitAsync("rev-parse", "HEAD")).Trim();
        File.Delete(Path.Combine(pipeline.Workspace, "build.rs"));
        await pipeline.CommitAsync("Fast");
        var checkout = Path.Combine(pipeline.Root, ".nuke/temp/base", id);
        var started = Path.Combine(checkout, "work space/started");

        var output = new LiveOutput();
        var running = pipeline.Command("binary-size", "--skip", "checks").WithStandardOutputPipe(output.Pipe).ExecuteAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(started) || (await File.ReadAllTextAsync(started, TestContext.Current.CancellationToken)).Length == 0)
        {
            running.Task.IsCompleted.ShouldBeFalse(output.ToString());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var buildScript = int.Parse(await File.ReadAllTextAsync(started, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        await Cli.Wrap("/bin/kill").WithArguments(["-INT", running.ProcessId.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync(TestContext.Current.CancellationToken);
        (await running).ExitCode.ShouldBe(130, output.ToString());
        ProcessState.IsAlive(buildScript).ShouldBeFalse("the build script still runs");
        Directory.Exists(checkout).ShouldBeFalse(output.ToString());
        (await pipeline.GitAsync("worktree", "list")).Trim().Split('\n').ShouldHaveSingleItem();
    }
}
