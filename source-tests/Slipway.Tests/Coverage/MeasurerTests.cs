using System.Collections.Concurrent;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Coverage;
using Slipway.Coverage.Llvm;
using Slipway.Gates;
using Slipway.Tests.Base;

namespace Slipway.Tests.Coverage;

/// <summary>A real change, compared with its real base.</summary>
public class MeasurerTests
{
    private const string Library = "pub fn one() -> i32 {\n    1\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn is_one() {\n        assert_eq!(super::one(), 1);\n    }\n}\n";
    private const string Untested = "\npub fn two() -> i32 {\n    let one = 1;\n    let other = 1;\n    one + other\n}\n";

    private readonly ConcurrentQueue<string> _log = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_untested_function_lowers_the_coverage_and_the_base_is_measured_once()
    {
        using var repository = await RepositoryAsync(Library);
        var tool = await ToolAsync(repository);
        var commit = new BaseCommit(await repository.CommitAsync("base"), "test");
        repository.With("crate/src/lib.rs", Library + Untested);

        var facts = await MeasureAsync(repository, tool, commit);

        facts.WhyNoTallies.ShouldBeNull();
        facts.Base!.Lines.ShouldBe(new Tally(3, 3));
        facts.Base.IsStored.ShouldBeFalse();
        facts.Data.Lines.ShouldBe(new Tally(3, 8));
        facts.Patch!.Lines.ShouldBe(new Tally(0, 5));
        facts.Patch.Missed.ShouldBe([("src/lib.rs", new LineRange(13, 17))]);
        CoverageGate.Judge(facts, CoverageLimits.Default, repository.Folder).Reason.ShouldBe(
            "37.5 % (≥ 80, the default) of the lines are executed by tests, "
                + "0 % (≥ 80, the default) of the changed lines are executed by tests, "
                + "the line coverage fell by 62.5 points (≤ 1, the default)");
        (await repository.GitAsync("worktree", "list")).Split('\n').ShouldHaveSingleItem();

        (await MeasureAsync(repository, tool, commit)).Base!.IsStored.ShouldBeTrue();
        await repository.StoreAsync("{ \"version\": 1");
        (await MeasureAsync(repository, tool, commit)).Base!.IsStored.ShouldBeFalse();
        _log.ShouldHaveSingleItem().ShouldContain("the base is measured again.");
    }

    [Fact]
    public async Task A_base_that_does_not_compile_is_not_compared_and_a_change_that_does_not_says_where()
    {
        using var repository = await RepositoryAsync("nonsense\n");
        var tool = await ToolAsync(repository);
        var commit = new BaseCommit(await repository.CommitAsync("base"), "test");
        repository.With("crate/src/lib.rs", Library);

        var facts = await MeasureAsync(repository, tool, commit);
        facts.Base.ShouldBeNull();
        facts.WhyNoTallies!.ShouldStartWith($"the base {commit} cannot be measured: The code does not compile with coverage: ");

        repository.With("crate/src/lib.rs", Library + "fn broken() { nonsense }\n");
        var exception = await Should.ThrowAsync<SlipwayException>(() => MeasureAsync(repository, tool, commit));
        exception.Location!.ToString().ShouldBe($"{repository / "crate/src/lib.rs"}:12:15");
        (await repository.GitAsync("worktree", "list")).Split('\n').ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_base_whose_tests_fail_is_not_compared()
    {
        using var repository = await RepositoryAsync(Library.Replace("super::one(), 1", "super::one(), 2", StringComparison.Ordinal));
        var tool = await ToolAsync(repository);
        var commit = new BaseCommit(await repository.CommitAsync("base"), "test");
        repository.With("crate/src/lib.rs", Library);

        (await MeasureAsync(repository, tool, commit)).WhyNoTallies.ShouldBe($"tests of the base {commit} fail: probe");
    }

    private static async Task<GitFolder> RepositoryAsync(string library)
    {
        var repository = await GitFolder.InitializeAsync();
        return repository
            .With(".gitignore", "target/\n/temp/\n")
            .With("crate/Cargo.toml", "[package]\nname = \"probe\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[workspace]\n")
            .With("crate/src/lib.rs", library);
    }

    private static async Task<ICoverageTool> ToolAsync(GitFolder repository)
    {
        var tools = await LlvmToolFinder.FindAsync(repository.Folder, Token);
        Assert.SkipWhen(tools is null, "There are no LLVM tools for this rustc: rustup component add llvm-tools.");
        return new LlvmCoverage(tools);
    }

    private async Task<CoverageFacts> MeasureAsync(GitFolder repository, ICoverageTool tool, BaseCommit commit)
    {
        var workspace = await CargoWorkspace.LoadAsync(repository / "crate", Token);
        var request = new CoverageRequest(CargoCommand.Test.WithWorkspace(workspace), CargoCommand.Build.WithWorkspace(workspace), repository / "temp/coverage");
        await using var history = StoredMeasurements.HistoryOf(repository.Folder);
        return await new CoverageMeasurer(tool, repository / "temp/base", history, _log.Enqueue).MeasureAsync(request, new Found<BaseCommit>(commit, null), Token);
    }
}
