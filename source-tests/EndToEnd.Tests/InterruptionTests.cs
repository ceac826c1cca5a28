using System.Diagnostics;
using CliWrap;

namespace EndToEnd.Tests;

public class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_during_a_cargo_build_leaves_no_process_behind(string signal)
    {
        // The build script never ends by itself; it says when it is running.
        using var pipeline = new Pipeline().WithPackage("slow").WithFile("build.rs", """
            fn main() {
                let out = std::env::var("CARGO_MANIFEST_DIR").unwrap();
                std::fs::write(format!("{out}/started"), std::process::id().to_string()).unwrap();
                std::thread::sleep(std::time::Duration::from_secs(600));
            }

            """);
        var started = Path.Combine(pipeline.Workspace, "started");
        var output = new LiveOutput();
        var running = pipeline.Command("compile", "--skip", "checks")
            .WithStandardOutputPipe(output.Pipe)
            .ExecuteAsync(TestContext.Current.CancellationToken);
        var waited = Stopwatch.StartNew();
        while (!File.Exists(started) || (await File.ReadAllTextAsync(started, TestContext.Current.CancellationToken)).Length == 0)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), output.ToString());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var buildScript = int.Parse(await File.ReadAllTextAsync(started, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        await Cli.Wrap("/bin/kill").WithArguments(["-" + signal, running.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]).ExecuteAsync(TestContext.Current.CancellationToken);
        (await running).ExitCode.ShouldBe(130, output.ToString());
        output.ToString().ShouldContain("Interrupted.");
        ProcessState.IsAlive(buildScript).ShouldBeFalse("the build script still runs");
    }
}
