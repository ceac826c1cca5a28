using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Tests.Proofs;

public class ProofBookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_passed_is_proved_for_the_same_inputs()
    {
        using var recorded = await new Recorded().WithProofAsync();

        var proof = await (await recorded.RunAsync()).FindAsync(Recorded.Lint, Token);

        proof!.Gate.Name.ShouldBe("Lint");
        proof.Gate.Figures.ShouldBe(Recorded.Passed.Figures);
    }

    [Theory]
    [InlineData("src/lib.rs", true, true)]
    [InlineData("src/new.rs", true, true)]
    [InlineData("rustfmt.toml", true, true)]
    [InlineData("Cargo.toml", true, true)]
    [InlineData(".cargo/config.toml", true, true)]
    [InlineData("rust-toolchain", true, true)]
    [InlineData("README.md", true, false)]
    [InlineData("Cargo.lock", true, false)]
    [InlineData("tests/data/input.json", true, false)]
    [InlineData("clippy.toml", true, false)]
    [InlineData("ignored/notes.txt", false, false)]
    [InlineData("reports/gates.json", false, false)]
    [InlineData("target/debug/anything", false, false)]
    public async Task A_changed_file_invalidates_exactly_what_depends_on_it(string file, bool invalidatesLint, bool invalidatesFormat)
    {
        using var recorded = await (await new Recorded().WithGitAsync()).WithProofAsync(Recorded.Lint);
        await recorded.WithProofAsync(Recorded.Format);
        var text = file switch
        {
            "Cargo.toml" => await File.ReadAllTextAsync(recorded.Project / file, Token) + "# Changed.\n",
            "rust-toolchain" => "stable\n",
            _ => "\n",
        };

        recorded.Project.With(file, text);

        (await recorded.IsProvedAsync(Recorded.Lint)).ShouldBe(!invalidatesLint);
        (await recorded.IsProvedAsync(Recorded.Format)).ShouldBe(!invalidatesFormat);
    }

    [Fact]
    public async Task A_change_that_keeps_size_and_time_counts()
    {
        using var recorded = await new Recorded().WithProofAsync();
        var file = recorded.Project / "README.md";
        var time = File.GetLastWriteTimeUtc(file);

        await File.WriteAllTextAsync(file, "# sample\n", Token);
        File.SetLastWriteTimeUtc(file, time);

        (await recorded.IsProvedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_changed_back_is_proved_again()
    {
        using var recorded = await new Recorded().WithProofAsync();
        recorded.Project.With("README.md", "# Other\n");
        (await recorded.IsProvedAsync()).ShouldBeFalse();

        recorded.Project.With("README.md", "# Sample\n");

        (await recorded.IsProvedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_is_never_recorded()
    {
        using var recorded = new Recorded();
        var run = await recorded.RunAsync();

        await run.RecordAsync(Recorded.Lint, Recorded.Passed with { Verdict = GateVerdict.Fail }, cancellationToken: Token);

        (await recorded.IsProvedAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(FindingSeverity.Note, false, true)]
    [InlineData(FindingSeverity.Note, true, false)]
    [InlineData(FindingSeverity.Warning, false, false)]
    [InlineData(FindingSeverity.Error, false, false)]
    public async Task Of_results_with_findings_only_notes_about_code_are_recorded(FindingSeverity severity, bool isSuite, bool isRecorded)
    {
        using var recorded = new Recorded();
        var run = await recorded.RunAsync();
        var suite = isSuite ? new TestSuiteResult("unit", true, TimeSpan.Zero, []) : null;

        await run.RecordAsync(Recorded.Lint, Recorded.Passed with { Findings = [new Finding(severity, "odd")] }, suite, cancellationToken: Token);

        (await recorded.IsProvedAsync()).ShouldBe(isRecorded);
    }

    [Fact]
    public async Task Warnings_that_follow_from_the_inputs_are_recorded()
    {
        using var recorded = new Recorded();
        var warned = Recorded.Passed with { Findings = [new Finding(FindingSeverity.Warning, "there is no base")] };

        await (await recorded.RunAsync()).RecordAsync(Recorded.Lint.WithSeverest(FindingSeverity.Warning), warned, cancellationToken: Token);

        (await (await recorded.RunAsync()).FindAsync(Recorded.Lint, Token))!.Gate.Findings.ShouldBe(warned.Findings);
    }

    [Fact]
    public async Task What_was_written_for_readers_is_in_the_record()
    {
        using var recorded = new Recorded();
        await (await recorded.RunAsync()).RecordAsync(Recorded.Lint, Recorded.Passed, reports: [new("lint.sarif", "{}\n")], cancellationToken: Token);

        (await (await recorded.RunAsync()).FindAsync(Recorded.Lint, Token))!.Reports.ShouldBe([new("lint.sarif", "{}\n")]);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("reports/gates.json")]
    [InlineData("new.txt")]
    public async Task Of_a_folder_that_counts_every_file_does(string file)
    {
        using var recorded = await new Recorded().WithGitAsync();
        var inputs = Recorded.Format.WithFolder(recorded.Project.Folder);
        await recorded.WithProofAsync(inputs);
        recorded.Project.With("ignored/notes.txt", "not git's");
        (await recorded.IsProvedAsync(inputs)).ShouldBeTrue();
        (await recorded.IsProvedAsync(Recorded.Format)).ShouldBeFalse();

        recorded.Project.With(file, "changed");

        (await recorded.IsProvedAsync(inputs)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_changes_while_a_gate_runs_keeps_it_out_of_the_record()
    {
        using var recorded = await new Recorded().WithGitAsync();
        var inputs = Recorded.Format.WithFolder(recorded.Project.Folder);
        var run = await recorded.RunAsync();
        (await run.FindAsync(inputs, Token)).ShouldBeNull();

        // Of the workspace itself, it does not count.
        recorded.Project.With("reports/gates.json", "{}");
        await run.RecordAsync(inputs, Recorded.Passed, cancellationToken: Token);

        (await recorded.IsProvedAsync(inputs)).ShouldBeFalse();
        Directory.Delete(recorded.Project / "reports", recursive: true);
        (await recorded.IsProvedAsync(inputs)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_suite_that_left_processes_is_never_recorded()
    {
        using var recorded = new Recorded();
        var run = await recorded.RunAsync();
        var group = new TestGroup("sample", "lib", TestGroupKind.Library, 0, TimeSpan.Zero, [new TestCase("works", TestOutcome.Passed)], LeftProcesses: true);

        await run.RecordAsync(Recorded.Lint, Recorded.Passed, new TestSuiteResult("unit", true, TimeSpan.Zero, [group]), cancellationToken: Token);

        (await recorded.IsProvedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_suite_is_in_the_record_with_its_tests()
    {
        using var recorded = new Recorded();
        var group = new TestGroup("sample", "lib", TestGroupKind.Library, 0, TimeSpan.FromSeconds(1), [new TestCase("works", TestOutcome.Passed)]);
        await (await recorded.RunAsync()).RecordAsync(Recorded.Lint, Recorded.Passed, new TestSuiteResult("unit", true, TimeSpan.Zero, [group]), cancellationToken: Token);

        var proof = await (await recorded.RunAsync()).FindAsync(Recorded.Lint, Token);

        proof!.Suite!.Groups.ShouldHaveSingleItem().Cases.ShouldBe(group.Cases);
    }

    [Fact]
    public async Task What_changes_while_a_gate_runs_keeps_it_out_of_the_record()
    {
        using var recorded = new Recorded();
        var run = await recorded.RunAsync();

        recorded.Project.With("src/lib.rs", "//! Changed meanwhile.\n");
        await run.RecordAsync(Recorded.Lint, Recorded.Passed, cancellationToken: Token);

        (await recorded.IsProvedAsync()).ShouldBeFalse();
        recorded.Project.With("src/lib.rs", "//! A sample.\n");
        (await recorded.IsProvedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_of_everything_takes_nothing_from_the_record_and_enters_what_is_good()
    {
        using var recorded = await new Recorded().WithProofAsync(Recorded.Lint);
        var everything = await recorded.RunAsync(everything: true);

        (await everything.FindAsync(Recorded.Lint, Token)).ShouldBeNull();
        await everything.RecordAsync(Recorded.Format, Recorded.Passed, cancellationToken: Token);

        (await recorded.IsProvedAsync(Recorded.Format)).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_version_of_the_program_proves_anew()
    {
        using var recorded = await new Recorded().WithProofAsync();

        var run = await recorded.RunAsync(everything: false, typeof(ProofBookTests).Module);

        (await run.FindAsync(Recorded.Lint, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_product_that_is_gone_or_another_is_no_proof()
    {
        using var recorded = new Recorded();
        var program = recorded.Project.With("target/release/tool", "program") / "target/release/tool";
        await recorded.WithProofAsync(null, program);
        (await recorded.IsProvedAsync()).ShouldBeTrue();

        recorded.Project.With("target/release/tool", "another");
        (await recorded.IsProvedAsync()).ShouldBeFalse();
        File.Delete(program);
        (await recorded.IsProvedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task What_rustc_has_read_outside_of_the_workspace_counts()
    {
        using var recorded = new Recorded();
        using var elsewhere = RustProject.Empty().With("shared.txt", "one");
        var file = elsewhere / "shared.txt";
        recorded.Project.With("target/debug/deps/sample-1.d", $"out: src/lib.rs {file}\n\nsrc/lib.rs:\n{file}:\n\n# env-dep:SLIPWAY_TEST_NEVER_SET\n");
        await recorded.WithProofAsync();
        (await recorded.IsProvedAsync()).ShouldBeTrue();

        elsewhere.With("shared.txt", "two");

        (await recorded.IsProvedAsync()).ShouldBeFalse();
    }
}
