using System.Globalization;
using Slipway.Benchmarks;
using Slipway.Gates;
using Slipway.Processes;

namespace Slipway.Tests.Benchmarks;

/// <summary>Real benchmark programs of a real crate, at two commits.</summary>
public class ComparerTests
{
    private const string Fine = "fn main() {\n    println!(\"slipway-bench: fine 1 100\");\n}\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_does_three_times_the_work_fails_with_its_file_and_what_does_the_same_does_not()
    {
        using var repository = await BenchCrate.EmptyAsync();
        var commit = await repository.WithBenches(("steady", 20_000), ("grows", 20_000), ("old", 1000)).CommittedAsync();
        repository.WithBenches(("steady", 20_000), ("grows", 60_000), ("new", 1000));

        var facts = (await repository.CompareAsync(commit, Token)).Value!;
        var gate = BenchmarkGate.Judge(facts, Threshold.AtMost(10, "a test"), repository.Folder);

        gate.Verdict.ShouldBe(GateVerdict.Fail);
        gate.Reason!.ShouldMatch("^speed/grows is [0-9.]+ % slower$");
        facts.Results.Select(result => result.Name).ShouldBe(["speed/grows", "speed/new", "speed/old", "speed/steady"]);
        facts.Results[0].Last!.Ratio.ShouldBe(3, 1);
        facts.Results[0].Second.ShouldNotBeNull();
        new BenchmarkJudgement(0.1).Judge(facts.Results[3]).ShouldNotBe(BenchmarkOutcome.Slower);
        var finding = gate.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        finding.File.ShouldBe("crate/benches/speed.rs");
        finding.Message.ShouldContain($"slower than at {commit}: ");
        finding.Message.ShouldContain(", more than 10 % (a test)");
        gate.Findings.ShouldContain(note => note.Message.StartsWith("speed/new is new, with ", StringComparison.Ordinal));
        gate.Findings.ShouldContain(note => note.Message.StartsWith("speed/old is no more; it took ", StringComparison.Ordinal));
        await repository.ShouldBeCleanAsync();
    }

    [Fact]
    public async Task Valgrind_counts_what_was_added()
    {
        Assert.SkipUnless(Executables.Find("valgrind") is not null, "valgrind is not installed");
        using var repository = await BenchCrate.EmptyAsync();
        var commit = await repository.WithBenches(("grows", 20_000)).CommittedAsync();
        repository.WithBenches(("grows", 60_000));

        (await repository.CompareAsync(commit, Token)).Value!.Results.ShouldHaveSingleItem().Instructions!.Ratio.ShouldBe(3, 0.01);
    }

    [Fact]
    public async Task A_program_that_has_not_changed_is_known_as_such()
    {
        using var repository = await BenchCrate.EmptyAsync();
        var commit = await repository.WithBenches(("one", 1000), ("other", 1000)).CommittedAsync();
        repository.With("README.md", "Only words.\n");

        var options = BenchmarkOptions.Default with { BlockTime = TimeSpan.FromMilliseconds(1), Filter = "other" };
        var facts = (await repository.CompareAsync(commit, Token, options)).Value!;

        var result = facts.Results.ShouldHaveSingleItem();
        (result.Name, result.IsSameProgram, result.Second).ShouldBe(("speed/other", true, null));
        BenchmarkGate.Judge(facts, Threshold.AtMost(10), repository.Folder).Verdict.ShouldBe(GateVerdict.Pass);
    }

    [Fact]
    public async Task A_base_without_benchmarks_or_that_does_not_build_is_skipped_with_the_reason()
    {
        using var repository = await BenchCrate.EmptyAsync();
        var empty = await repository.CommittedAsync();
        (await repository.CompareAsync(empty, Token)).Reason.ShouldBe("the workspace has no benchmarks");
        var broken = await repository.WithProgram("fn main() {\n    nonsense();\n}\n").CommittedAsync();
        repository.WithProgram(Fine);

        (await repository.CompareAsync(broken, Token)).Reason.ShouldBe($"the base {broken} does not build: benches/speed.rs:2:5: cannot find function `nonsense` in this scope");
        var gate = BenchmarkGate.Judge((await repository.CompareAsync(empty, Token)).Value!, Threshold.AtMost(10), repository.Folder);
        (gate.Verdict, gate.Reason).ShouldBe((GateVerdict.Skip, $"the base {empty} has none of these benchmarks"));
        await repository.ShouldBeCleanAsync();
    }

    [Theory]
    [InlineData("fn main() {\n    panic!(\"no more\");\n}\n", Fine, GateVerdict.Skip, "speed fails at the base: speed")]
    [InlineData(Fine, "fn main() {\n    panic!(\"no more\");\n}\n", GateVerdict.Fail, "1 benchmark program failed")]
    [InlineData(Fine, "fn main() {\n    println!(\"slipway-bench: fine\");\n}\n", GateVerdict.Fail, "1 benchmark program failed")]
    [InlineData("fn main() {}\n", "fn main() {\n    println!(\"fast!\");\n}\n", GateVerdict.Skip, "speed writes no samples")]
    public async Task A_program_that_fails_or_writes_nothing_does_not_look_measured(string before, string after, GateVerdict verdict, string reason)
    {
        using var repository = await BenchCrate.EmptyAsync();
        var commit = await repository.WithProgram(before).CommittedAsync();
        repository.WithProgram(after);

        var gate = BenchmarkGate.Judge((await repository.CompareAsync(commit, Token)).Value!, Threshold.AtMost(10), repository.Folder);

        gate.Verdict.ShouldBe(verdict);
        gate.Reason!.ShouldStartWith(reason);
        gate.Findings.ShouldContain(finding => finding.File == "crate/benches/speed.rs" && finding.Severity == (verdict == GateVerdict.Fail ? FindingSeverity.Error : FindingSeverity.Warning));
    }

    [Fact]
    public async Task Benchmarks_of_libtest_are_found_in_the_library()
    {
        const string Library = "#![feature(test)]\nextern crate test;\n\n#[cfg(test)]\nmod tests {\n    #[bench]\n    fn adds(bencher: &mut test::Bencher) {\n        bencher.iter(|| (0..test::black_box(@)).fold(0u64, |sum, number| test::black_box(sum) ^ number));\n    }\n\n    #[test]\n    fn passes() {}\n}\n";
        using var repository = await BenchCrate.EmptyAsync();
        var commit = await repository.With("crate/src/lib.rs", Library.Replace("@", "1000", StringComparison.Ordinal)).CommittedAsync();
        repository.With("crate/src/lib.rs", Library.Replace("@", "4000", StringComparison.Ordinal));

        // The compiler's own switch for what is otherwise for nightly ones.
        var facts = (await repository.CompareAsync(commit, Token, change: command => command.WithEnvironment("RUSTC_BOOTSTRAP", "1"))).Value!;

        var result = facts.Results.ShouldHaveSingleItem();
        result.Name.ShouldBe("subject/tests::adds");
        new BenchmarkJudgement(0.1).Judge(result).ShouldBe(BenchmarkOutcome.Slower);
    }

    [Fact]
    public async Task What_criterion_would_leave_is_found_and_only_that_of_this_run()
    {
        // Its folder and its options are criterion's.
        const string Program = """
            fn main() {
                let options: Vec<String> = std::env::args().collect();
                assert!(options.windows(2).any(|pair| pair[0] == "--sample-size" && pair[1] == "10"), "{options:?}");
                let folder = std::path::PathBuf::from(std::env::var("CRITERION_HOME").unwrap()).join("group/@/new");
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(folder.join("benchmark.json"), "{\"full_id\":\"group/@\"}").unwrap();
                std::fs::write(folder.join("sample.json"), "{\"sampling_mode\":\"Flat\",\"iters\":[2.0,4.0],\"times\":[200.0,400.0]}").unwrap();
            }

            """;
        using var repository = await BenchCrate.EmptyAsync();
        var commit = await repository.WithProgram(Program.Replace("@", "before", StringComparison.Ordinal)).CommittedAsync();
        repository.WithProgram(Program.Replace("@", "after", StringComparison.Ordinal));

        var facts = (await repository.CompareAsync(commit, Token)).Value!;

        facts.Problems.ShouldBeEmpty();
        facts.Results.Select(result => (result.Name, result.Alone)).ShouldBe([("speed/group/after", 100.0), ("speed/group/before", 100.0)]);
    }

    [Fact]
    public async Task An_interrupted_measurement_leaves_neither_a_process_nor_a_checkout()
    {
        using var repository = await BenchCrate.EmptyAsync();
        var commit = await repository.WithProgram("fn main() {\n    std::fs::write(\"started\", std::process::id().to_string()).unwrap();\n    std::thread::sleep(std::time::Duration::from_secs(600));\n}\n").CommittedAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var started = repository / $"temp/{commit.Id}/crate/started";

        var running = BenchCrate.CompareAsync(repository.Folder, commit, stop.Token);
        while (!File.Exists(started) || new FileInfo(started).Length == 0)
        {
            running.IsCompleted.ShouldBeFalse();
            await Task.Delay(20, Token);
        }

        var id = int.Parse(await File.ReadAllTextAsync(started, Token), CultureInfo.InvariantCulture);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        ProcessState.IsAlive(id).ShouldBeFalse();
        await repository.ShouldBeCleanAsync();
    }
}
