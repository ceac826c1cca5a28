using Slipway.Analysis;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Tests.Base;

namespace Slipway.Tests.Analysis;

/// <summary>What a base has, with real git and clippy.</summary>
public class BaseAnalysisTests
{
    private const string Manifest = "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[workspace]\n";
    private const string Shell = "//! T.\n\n/// R.\npub fn run() {\n    let _ = std::process::Command::new(\"sh\").status();\n}\n";

    [Fact]
    public async Task The_base_is_analyzed_once_and_what_it_has_is_not_new()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With(".gitignore", "target\ntemp\n").With("Cargo.toml", Manifest).With("src/lib.rs", Shell);
        var commit = new BaseCommit(await repository.CommitAsync("Shell"), "test");
        repository.With("src/lib.rs", "//! T.\n\n/// N.\npub fn other() {\n    let _ = std::process::Command::new(\"bash\").status();\n}\n\n" + Shell[8..]);

        var found = await FindAsync(repository, commit);
        found.Value.ShouldNotBeNull(found.Reason).IsStored.ShouldBeFalse();
        var now = await RunAsync(repository);
        Shells(now.Issues).Count.ShouldBe(2);
        Shells(KnownIssues.New(now.Issues, found.Value!.Issues)).ShouldHaveSingleItem().Line.ShouldBe(5);
        (await repository.GitAsync("worktree", "list")).Split('\n').ShouldHaveSingleItem();

        found = await FindAsync(repository, commit);
        found.Value.ShouldNotBeNull().IsStored.ShouldBeTrue();
        Shells(KnownIssues.New(now.Issues, found.Value!.Issues)).ShouldHaveSingleItem();
        // Other rules find other things.
        (await FindAsync(repository, commit, AnalysisPolicy.Default.With("slipway::shell_command", AnalysisLevel.Off))).Value.ShouldNotBeNull().IsStored.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_stored_and_broken_is_found_again()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With(".gitignore", "target\ntemp\n").With("Cargo.toml", Manifest).With("src/lib.rs", Shell);
        var commit = new BaseCommit(await repository.CommitAsync("Shell"), "test");
        await FindAsync(repository, commit);
        foreach (var text in new[] { "{", "null", "{}", "{\"version\":1,\"value\":[null]}" })
        {
            await repository.StoreAsync(text);
            var log = new List<string>();
            (await FindAsync(repository, commit, log: log)).Value.ShouldNotBeNull().IsStored.ShouldBeFalse();
            log.ShouldHaveSingleItem().ShouldContain("the base is measured again");
        }
    }

    [Fact]
    public async Task A_base_that_does_not_compile_is_a_reason()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With(".gitignore", "target\ntemp\n").With("Cargo.toml", Manifest).With("src/lib.rs", "//! T.\nfn f() -> u8 { \"\" }\n");
        var commit = new BaseCommit(await repository.CommitAsync("Broken"), "test");
        repository.With("src/lib.rs", Shell);
        (await FindAsync(repository, commit)).Reason.ShouldNotBeNull().ShouldEndWith("does not compile: mismatched types");
    }

    private static List<AnalysisIssue> Shells(IEnumerable<AnalysisIssue> issues) => [.. issues.Where(issue => issue.Rule.Id == "slipway::shell_command")];

    private static async Task<Found<BaseIssues>> FindAsync(GitFolder repository, BaseCommit commit, AnalysisPolicy? policy = null, List<string>? log = null)
    {
        await using var history = StoredMeasurements.HistoryOf(repository.Folder);
        return await new BaseAnalysis(repository / "temp", history, policy ?? AnalysisPolicy.Default, log: line => log?.Add(line))
            .FindAsync(commit, await CommandAsync(repository), TestContext.Current.CancellationToken);
    }

    private static async Task<AnalysisRun> RunAsync(GitFolder repository) =>
        await new ClippyAnalysis(repository / "temp/clippy", AnalysisPolicy.Default).RunAsync(await CommandAsync(repository), TestContext.Current.CancellationToken);

    private static async Task<CargoCommand> CommandAsync(GitFolder repository) =>
        CargoCommand.Clippy.WithWorkspace(await CargoWorkspace.LoadAsync(repository.Folder, TestContext.Current.CancellationToken));
}
