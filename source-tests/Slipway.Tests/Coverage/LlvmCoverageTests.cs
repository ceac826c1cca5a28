using Slipway.Coverage;
using Slipway.Coverage.Llvm;
using Slipway.Processes;

namespace Slipway.Tests.Coverage;

/// <summary>What is measured of a real crate.</summary>
public class LlvmCoverageTests : IClassFixture<MeasuredProject>
{
    private readonly MeasuredProject _project;

    public LlvmCoverageTests(MeasuredProject project)
    {
        Assert.SkipWhen(project.Data is null, "There are no LLVM tools for this rustc: rustup component add llvm-tools.");
        _project = project;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Documentation_counts_and_unused_code_does_and_tests_inside_the_file_do_not()
    {
        var library = _project.Data!.Find("src/lib.rs")!;

        library.Lines.Keys.Order().ShouldBe([6, 7, 8, 10, 11, 12, 14, 15, 16, 18, 19, 20]);
        library.MissedLines.ShouldBe([new LineRange(14, 20)]);
        library.FunctionTally.ShouldBe(new Tally(2, 4));
    }

    [Fact]
    public void A_line_that_is_executed_in_part_misses_a_region() =>
        _project.Data!.Find("src/lib.rs")!.MissedRegions.Where(region => region.Line == 11).ShouldHaveSingleItem().Column.ShouldBe(37);

    [Fact]
    public void What_tests_and_scripts_start_counts_and_what_is_killed_does_not()
    {
        var program = _project.Data!.Find("src/main.rs")!;

        program.Lines[3].ShouldBeGreaterThan(0);
        program.Lines[4].ShouldBeGreaterThan(0);
        program.Lines[5].ShouldBe(0);
        _project.Data.FailedTests.ShouldBeEmpty();
        _project.Data.Files.Select(file => file.Path).ShouldBe(["src/lib.rs", "src/main.rs"]);
    }

    [Fact]
    public async Task Lines_count_as_in_the_reports_of_llvm_cov()
    {
        var output = await new ToolCommand(_project.Tools!.Cov)
            .WithArguments("export", "-format=lcov", $"-instr-profile={Path.Combine(_project.Work, "merged.profdata")}", $"@{Path.Combine(_project.Work, "all.txt")}")
            .ReadAsync(Token);
        var own = await LlvmExport.ReadAsync(Path.Combine(_project.Work, "all.json"), Token);

        own.Keys.ShouldContain(Path.Combine(_project.Folder, "src/lib.rs"));
        foreach (var (name, file) in own)
            file.Lines.Select(line => $"DA:{line.Key},{line.Value}").ShouldBe(LinesOf(output.Output, name));
    }

    [Fact]
    public async Task A_second_run_compiles_nothing_and_counts_anew()
    {
        var compiled = 0;
        var request = await _project.RequestAsync() with
        {
            Sink = happened => compiled += happened is Slipway.Cargo.CargoEvent.Compiled { Artifact.IsFresh: false } ? 1 : 0,
        };

        var data = await new LlvmCoverage(_project.Tools!).MeasureAsync(request, Token);

        compiled.ShouldBe(0);
        data.Lines.ShouldBe(_project.Data!.Lines);
        data.Find("src/lib.rs")!.Lines[7].ShouldBe(1);
    }

    [Fact]
    public async Task Profiles_of_killed_processes_are_counted_and_broken_ones_are_one_error()
    {
        using var folder = RustProject.Empty();
        var good = Directory.GetFiles(Path.Combine(_project.Work, "profiles")).First(file => new FileInfo(file).Length > 0);
        File.Copy(good, folder / "good.profraw");
        folder.With("killed.profraw", "");
        var profiles = new Profiles(_project.Tools!, folder.Folder);
        (await profiles.MergeAsync(folder.Folder, Token)).Lost.ShouldBe(1);

        var bytes = await File.ReadAllBytesAsync(good, Token);
        await File.WriteAllBytesAsync(folder / "cut.profraw", bytes[..(bytes.Length / 2)], Token);
        (await Should.ThrowAsync<SlipwayException>(() => profiles.MergeAsync(folder.Folder, Token))).Message.ShouldContain("cut.profraw: ");

        File.Delete(folder / "cut.profraw");
        bytes[8] = 3;
        await File.WriteAllBytesAsync(folder / "old.profraw", bytes, Token);
        var exception = await Should.ThrowAsync<SlipwayException>(() => profiles.MergeAsync(folder.Folder, Token));
        exception.Message.ShouldContain("version");
        exception.Hint.ShouldBe("Take the LLVM tools that belong to rustc: `rustup component add llvm-tools`.");
        exception.Kind.ShouldBe(ErrorKind.Environment);
    }

    [Fact]
    public async Task Without_a_profile_nothing_is_known()
    {
        using var folder = RustProject.Empty().With("killed.profraw", "");
        (await Should.ThrowAsync<SlipwayException>(() => new Profiles(_project.Tools!, folder.Folder).MergeAsync(folder.Folder, Token)))
            .Message.ShouldBe("No test has left a profile, so that nothing is known of what they execute.");
    }

    [Fact]
    public async Task A_crate_without_code_has_no_file()
    {
        using var project = RustProject.Library("empty", "//! Nothing.\n");
        var workspace = await Slipway.Cargo.CargoWorkspace.LoadAsync(project.Folder, Token);
        var (test, build) = (Slipway.Cargo.CargoCommand.Test.WithWorkspace(workspace), Slipway.Cargo.CargoCommand.Build.WithWorkspace(workspace));

        (await new LlvmCoverage(_project.Tools!).MeasureAsync(new CoverageRequest(test, build, project / "cov"), Token)).Files.ShouldBeEmpty();
    }

    private static IEnumerable<string> LinesOf(string lcov, string file) => lcov.Split('\n')
        .SkipWhile(line => line != $"SF:{file}")
        .TakeWhile(line => line != "end_of_record")
        .Where(line => line.StartsWith("DA:", StringComparison.Ordinal));
}
