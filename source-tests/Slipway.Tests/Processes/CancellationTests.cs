using System.Globalization;
using Slipway.Cargo;
using Slipway.Processes;

namespace Slipway.Tests.Processes;

public class CancellationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelling_cargo_ends_build_scripts_and_what_they_started()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "the build script starts sleep");
        using var project = RustProject.Library("slow", "").With(
            "build.rs",
            """
            fn main() {
                let child = std::process::Command::new("sleep").arg("600").spawn().unwrap();
                std::fs::write("pids.tmp", format!("{} {}", std::process::id(), child.id())).unwrap();
                std::fs::rename("pids.tmp", "pids").unwrap();
                std::thread::sleep(std::time::Duration::from_secs(600));
            }
            """);
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var build = CargoCommand.Build.WithWorkspace(workspace).ExecuteAsync(null, cancel.Token);
        var pids = await ReadIdsAsync(project / "pids");
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(build.WaitAsync(Patience, Token));
        pids.Count.ShouldBe(2);
        pids.ShouldAllBe(id => !ProcessState.IsAlive(id));
    }

    [Fact]
    public async Task Cancelling_also_ends_a_process_whose_parent_has_ended_already()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs a shell");
        using var project = RustProject.Empty();
        var command = new ToolCommand("/bin/sh")
            .WithArguments("-c", "(sh -c 'echo $$ > ids.tmp; mv ids.tmp ids; exec sleep 600' &) ; exec sleep 600")
            .WithWorkingDirectory(project.Folder);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var running = command.ExecuteAsync(null, cancel.Token);
        var ids = await ReadIdsAsync(project / "ids");
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running.WaitAsync(Patience, Token));
        ids.ShouldAllBe(id => !ProcessState.IsAlive(id));
    }

    [Fact]
    public async Task After_its_time_limit_a_process_is_ended_and_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs sleep");
        var result = await new ToolCommand("sleep").WithArguments("600").WithTimeLimit(TimeSpan.FromMilliseconds(100))
            .ExecuteAsync(null, Token).WaitAsync(Patience, Token);

        result.TimedOut.ShouldBeTrue();
        Should.Throw<CommandFailedException>(result.EnsureSuccess).Message.ShouldStartWith("sleep 600 was ended after ");
    }

    [Fact]
    public async Task A_process_that_leaves_others_with_its_output_does_not_keep_us_waiting()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs a shell");
        using var project = RustProject.Empty();

        var result = await new ToolCommand("/bin/sh")
            .WithArguments("-c", "sleep 600 & echo $! > ids; exit 3")
            .WithWorkingDirectory(project.Folder)
            .ExecuteAsync(null, Token)
            .WaitAsync(Patience, Token);

        (result.ExitCode, result.TimedOut, result.LeftProcesses).ShouldBe((3, false, true));
        (await ReadIdsAsync(project / "ids")).ShouldAllBe(id => !ProcessState.IsAlive(id));
    }

    [Fact]
    public async Task A_missing_program_is_a_fault_of_the_environment()
    {
        var error = await Should.ThrowAsync<SlipwayException>(
            () => new ToolCommand("no-such-program").ExecuteAsync(null, Token));

        error.Kind.ShouldBe(ErrorKind.Environment);
        error.Message.ShouldContain("no-such-program");
    }

    [Fact]
    public void The_table_of_ps_is_understood()
    {
        const string Listing = "    1     0 Ss   /sbin/launchd\n  501     1 S+   /bin/sleep 600 A=b MARK_1=1 C=d\n  502   501 Z    (sh)\n";

        PsProcessTable.Parse(Listing, "MARK_1")
            .ShouldBe([new ProcessEntry(1, 0, false), new ProcessEntry(501, 1, true)]);
    }

    private static async Task<IReadOnlyList<int>> ReadIdsAsync(string path)
    {
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!) { EnableRaisingEvents = true };
        var there = new TaskCompletionSource();
        watcher.Renamed += (_, change) =>
        {
            if (change.FullPath == path)
                there.TrySetResult();
        };
        if (!File.Exists(path))
            await there.Task.WaitAsync(Patience, Token);
        var text = await File.ReadAllTextAsync(path, Token);
        return [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }
}
