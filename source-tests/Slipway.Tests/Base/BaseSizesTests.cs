using System.Collections.Concurrent;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Cargo.Binaries;
using Slipway.Gates;

namespace Slipway.Tests.Base;

/// <summary>Real bases of a real program in a real repository.</summary>
public class BaseSizesTests
{
    private const string Main = "fn main() {\n    println!(\"{}\", DATA.iter().map(|&byte| byte as usize).sum::<usize>());\n}\n\n";
    private const string Small = Main + "static DATA: &[u8] = b\"small\";\n";
    private const string Large = Main + "static DATA: &[u8] = include_bytes!(\"data.bin\");\n";

    private readonly ConcurrentQueue<string> _log = [];
    private readonly ConcurrentQueue<CargoEvent> _events = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_grew_by_six_megabytes_fails_with_its_section_and_one_that_did_not_passes()
    {
        using var repository = await ProgramAsync(Small);
        var commit = new BaseCommit(await repository.CommitAsync("small"), "test");
        // Nothing of the user's hooks takes part.
        repository.With(".git/hooks/post-checkout", "#!/bin/sh\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(repository / ".git/hooks/post-checkout", UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var same = await CompareAsync(repository, commit);
        same.Verdict.ShouldBe(GateVerdict.Pass);
        same.Figures.Single(figure => figure.Name == "tool growth").Value.ShouldBe(0, 0.001);

        await File.WriteAllBytesAsync(repository / "crate/src/data.bin", Noise(6_000_000), Token);
        repository.With("crate/src/main.rs", Large);
        _events.Clear();
        var grown = await CompareAsync(repository, commit);

        // What is known of the base is not built again.
        _events.ShouldBeEmpty();
        grown.Verdict.ShouldBe(GateVerdict.Fail);
        grown.Reason!.ShouldStartWith("tool grew by 6");
        var finding = grown.Findings.ShouldHaveSingleItem();
        finding.File.ShouldBe("crate/src/main.rs");
        finding.Message.ShouldContain($"since {commit.Id[..9]} (test), from ");
        finding.Message.ShouldContain("more than 5 MB (the default); by section: ");
        if (OperatingSystem.IsLinux())
        {
            finding.Message.ShouldContain("by section: .rodata 6 MB");
            finding.Help!.ShouldStartWith("Look for constant data that came in: include_bytes!");
        }

        await ShouldBeCleanAsync(repository);
    }

    [Fact]
    public async Task A_base_that_does_not_compile_is_no_base_and_says_its_first_error()
    {
        using var repository = await ProgramAsync("fn main() {\n    nonsense();\n}\n");
        var commit = new BaseCommit(await repository.CommitAsync("broken"), "test");
        repository.With("crate/src/main.rs", "fn main() {}\n");

        var measured = await MeasureAsync(repository.Folder, commit);

        measured.Reason.ShouldBe($"the base {commit} does not build: src/main.rs:2:5: cannot find function `nonsense` in this scope");
        (await repository.StoredAsync()).ShouldBeEmpty();
        await ShouldBeCleanAsync(repository);
    }

    [Fact]
    public async Task A_base_whose_manifest_is_broken_or_missing_is_no_base()
    {
        using var repository = await GitFolder.InitializeAsync();
        var empty = new BaseCommit(await repository.With("README", "").CommitAsync("empty"), "test");
        var broken = new BaseCommit(await repository.With("crate/Cargo.toml", "[package]\nname = 1\n").CommitAsync("broken"), "test");
        WithProgram(repository, Small);

        (await MeasureAsync(repository.Folder, empty)).Reason.ShouldBe($"the base {empty} has no such workspace");
        (await MeasureAsync(repository.Folder, broken)).Reason!.ShouldStartWith($"the base {broken} does not build: ");
        await ShouldBeCleanAsync(repository);
    }

    [Fact]
    public async Task A_base_that_a_workspace_above_takes_in_says_how_to_keep_it_out()
    {
        using var repository = await ProgramAsync(Small);
        repository.With("Cargo.toml", "[workspace]\nexclude = [\"crate\"]\n")
            .With("crate/Cargo.toml", "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");
        var commit = new BaseCommit(await repository.CommitAsync("excluded"), "test");

        (await MeasureAsync(repository.Folder, commit)).Reason!.ShouldEndWith("; keep what the pipeline leaves out of that workspace: exclude = [\".nuke\"] below [workspace]");

        repository.With("Cargo.toml", "[workspace]\nexclude = [\"crate\", \"temp\"]\n");
        (await MeasureAsync(repository.Folder, commit)).Value.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_a_killed_run_left_behind_is_removed()
    {
        using var repository = await ProgramAsync(Small);
        var older = await repository.CommitAsync("older");
        var commit = new BaseCommit(await repository.With("crate/note", "").CommitAsync("newer"), "test");
        foreach (var left in new[] { older, commit.Id })
        {
            await repository.GitAsync("worktree", "add", "--quiet", "--detach", $"temp/{left}", left);
            // As `worktree add` leaves it when it is killed.
            repository.With($".git/worktrees/{left}/locked", "initializing");
        }

        repository.With($"temp/{commit.Id}/crate/src/main.rs", "not Rust");
        repository.With($"temp/{new string('a', 40)}/left", "no worktree any more");

        (await MeasureAsync(repository.Folder, commit)).Value!.Programs.ShouldHaveSingleItem().Name.ShouldBe("tool");
        Directory.GetDirectories(repository / "temp").Select(Path.GetFileName).ShouldBe(["target"]);
        await ShouldBeCleanAsync(repository);
    }

    [Fact]
    public async Task An_interrupted_measurement_leaves_no_checkout_behind()
    {
        using var repository = await ProgramAsync(Small);
        repository.With("crate/build.rs", "fn main() {\n    println!(\"cargo::warning=x\");\n    std::fs::write(\"started\", \"\").unwrap();\n    std::thread::sleep(std::time::Duration::from_secs(600));\n}\n");
        var commit = new BaseCommit(await repository.CommitAsync("slow"), "test");
        File.Delete(repository / "crate/build.rs");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var running = MeasureAsync(repository.Folder, commit, stop.Token);
        while (!File.Exists(repository / $"temp/{commit.Id}/crate/started"))
        {
            running.IsCompleted.ShouldBeFalse();
            await Task.Delay(20, Token);
        }

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await ShouldBeCleanAsync(repository);
    }

    [Fact]
    public async Task A_stored_measurement_that_is_damaged_or_of_other_settings_is_taken_again()
    {
        using var repository = await ProgramAsync(Small);
        var commit = new BaseCommit(await repository.CommitAsync("small"), "test");
        var first = (await MeasureAsync(repository.Folder, commit)).Value!;
        var whole = (await repository.StoredAsync()).ShouldHaveSingleItem();
        (await MeasureAsync(repository.Folder, commit)).Value!.IsStored.ShouldBeTrue();

        foreach (var damaged in new[] { "", "null", "{}", whole[..^40], whole.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal), whole.Replace("\"tool\"", "null", StringComparison.Ordinal) })
        {
            await repository.StoreAsync(damaged);
            _log.Clear();
            var again = (await MeasureAsync(repository.Folder, commit)).Value!;
            again.IsStored.ShouldBeFalse(damaged);
            again.Programs[0].Size.ShouldBe(first.Programs[0].Size);
            _log.ShouldHaveSingleItem().ShouldContain("the base is measured again");
            (await repository.StoredAsync()).ShouldBe([whole]);
        }

        var debug = (await MeasureAsync(repository.Folder, commit, Token, command => command.WithProfile("dev"))).Value!;
        (debug.IsStored, debug.Programs[0].Size > first.Programs[0].Size).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_commit_that_leaves_the_workspace_as_it_is_is_not_measured_again()
    {
        using var repository = await ProgramAsync(Small);
        await MeasureAsync(repository.Folder, new BaseCommit(await repository.CommitAsync("small"), "test"));
        var commit = new BaseCommit(await repository.With("README.md", "Read me.\n").CommitAsync("words"), "test");

        var measured = (await MeasureAsync(repository.Folder, commit)).Value!;

        measured.IsStored.ShouldBeTrue();
        measured.Commit.ShouldBe(commit);
        repository.With("crate/src/main.rs", Small.Replace("small", "other", StringComparison.Ordinal));
        (await MeasureAsync(repository.Folder, new BaseCommit(await repository.CommitAsync("other"), "test"))).Value!.IsStored.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_history_a_base_is_measured_each_time()
    {
        using var repository = await ProgramAsync(Small);
        var commit = new BaseCommit(await repository.CommitAsync("small"), "test");
        // No file can be there.
        Directory.CreateDirectory(repository / "temp/history.db");
        for (var count = 0; count < 2; count++)
        {
            await using var history = StoredMeasurements.HistoryOf(repository.Folder, _ => { });
            var sizes = new BaseSizes(repository / "temp/base", history);
            (await sizes.MeasureAsync(commit, [await CommandAsync(repository.Folder)], Token)).Value!.IsStored.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Programs_for_a_named_triple_are_compared_with_those_for_the_same()
    {
        using var repository = await ProgramAsync(Small);
        var commit = new BaseCommit(await repository.CommitAsync("small"), "test");
        var host = await RustTargets.HostAsync(repository.Folder, Token);

        var measured = await MeasureAsync(repository.Folder, commit, Token, command => command.WithTriple(host));

        measured.Value!.Programs.ShouldHaveSingleItem().Title.ShouldBe($"tool ({host})");
    }

    private static async Task<GitFolder> ProgramAsync(string source) => WithProgram(await GitFolder.InitializeAsync(), source);

    // The workspace is no root of the repository, has a lock file, and the base's may lack one.
    private static GitFolder WithProgram(GitFolder repository, string source) => repository
        .With(".gitignore", "target\ntemp\n")
        .With("crate/Cargo.toml", "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[profile.release]\nopt-level = 0\n\n[workspace]\n")
        .With("crate/src/main.rs", source);

    private static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        for (var index = 0; index < count; index++)
            bytes[index] = (byte)(index * 2654435761L >> 11);
        return bytes;
    }

    private async Task<GateResult> CompareAsync(GitFolder repository, BaseCommit commit)
    {
        var measured = await MeasureAsync(repository.Folder, commit);
        var command = await CommandAsync(repository.Folder);
        var head = ProgramSize.Of((await command.ExecuteAsync(null, Token)).EnsureSuccess(), null);
        return BinarySizeGate.Judge(
            new SizeComparison(commit, measured.Value!.Programs, head, TimeSpan.Zero),
            BinarySizeLimits.Default,
            repository.Folder);
    }

    private static async Task<CargoCommand> CommandAsync(string folder) =>
        CargoCommand.Build.WithWorkspace(await CargoWorkspace.LoadAsync(Path.Combine(folder, "crate"), Token)).WithRelease().WithOffline();

    private Task<Found<BaseMeasurement>> MeasureAsync(string folder, BaseCommit commit) => MeasureAsync(folder, commit, Token);

    private async Task<Found<BaseMeasurement>> MeasureAsync(
        string folder,
        BaseCommit commit,
        CancellationToken token,
        Func<CargoCommand, CargoCommand>? change = null)
    {
        var command = (await CommandAsync(folder)).WithLocked();
        await using var history = StoredMeasurements.HistoryOf(folder);
        return await new BaseSizes(Path.Combine(folder, "temp"), history, _events.Enqueue, _log.Enqueue)
            .MeasureAsync(commit, [change?.Invoke(command) ?? command], token);
    }

    private static async Task ShouldBeCleanAsync(GitFolder repository)
    {
        (await repository.GitAsync("worktree", "list", "--porcelain")).Split("\n\n").ShouldHaveSingleItem();
        Directory.GetDirectories(repository / "temp").Select(Path.GetFileName).ShouldBeSubsetOf(["target"]);
    }
}
