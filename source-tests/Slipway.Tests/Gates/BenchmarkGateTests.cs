using Slipway.Base;
using Slipway.Benchmarks;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Gates;

public class BenchmarkGateTests
{
    private static readonly BaseCommit Commit = new(new string('a', 40), "merge base with main");
    private static readonly Threshold Limit = Threshold.AtMost(10, "--bench-threshold");

    private static readonly BenchmarkResult Slower = new("speed/slow|er", "/repo/benches/speed.rs", Of(1.2), Of(1.234), Instructions: new InstructionCount(1000, 1250));
    private static readonly BenchmarkResult Noisy = new("speed/noisy", "/repo/benches/speed.rs", Of(1.2), Of(1.2) with { Lower = 0.5, Upper = 2 });

    private static readonly BenchmarkFacts All = Facts(
        new BenchmarkResult("speed/faster", "/repo/benches/speed.rs", Of(0.5)),
        new BenchmarkResult("speed/gone", null, null, Alone: 1_500_000),
        new BenchmarkResult("speed/new", "/repo/benches/speed.rs", null, Alone: 0.25),
        Noisy,
        new BenchmarkResult("speed/same", "/repo/benches/speed.rs", Of(1.01)),
        new BenchmarkResult("speed/same program", "/repo/benches/speed.rs", Of(1.3), IsSameProgram: true),
        new BenchmarkResult("speed/same work", "/repo/benches/speed.rs", Of(1.2), Of(1.15), Instructions: new InstructionCount(1000, 1001)),
        Slower);

    [Fact]
    public void A_slowdown_says_how_much_since_when_against_which_limit_and_what_to_do()
    {
        var gate = BenchmarkGate.Judge(Facts(Slower), Limit, "/repo");

        (gate.Verdict, gate.Reason, gate.Stage).ShouldBe((GateVerdict.Fail, "speed/slow|er is 23.4 % slower", GateStage.Gates));
        var finding = gate.Findings.ShouldHaveSingleItem();
        finding.Message.ShouldBe("speed/slow|er is 23.4 % slower than at aaaaaaaaa (merge base with main): 12.0 µs → 14.8 µs (+22.4 % to +24.4 %), more than 10 % (--bench-threshold); +25.0 % instructions");
        finding.Help.ShouldBe("Compare with `cargo bench` at both commits, and look at what the change does there. When it is worth it, raise the limit: `--bench-threshold 24`, or `MaxSlowdown => 24` in the build class.");
        finding.File.ShouldBe("benches/speed.rs");
        var figure = gate.Figures.Single(figure => figure.Name == "speed/slow|er slowdown");
        (figure.IsAllowed(), figure.Unit, figure.Threshold).ShouldBe((false, "%", Limit));
        gate.Figures.Single(figure => figure.Name == "speed/slow|er time").ToString().ShouldBe("14.808 µs");
    }

    [Fact]
    public void Noise_is_a_warning_and_no_failure()
    {
        var gate = BenchmarkGate.Judge(Facts(Noisy), Limit, "/repo");

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        var finding = gate.Findings.ShouldHaveSingleItem();
        (finding.Severity, finding.Message).ShouldBe((FindingSeverity.Warning, "speed/noisy cannot be judged: the machine is too noisy (12.0 µs → 14.4 µs, -50.0 % to +100.0 %)"));
        gate.Figures.ShouldAllBe(figure => figure.IsAllowed());
    }

    [Fact]
    public void What_is_new_gone_faster_or_the_same_is_said_and_does_not_fail()
    {
        var gate = BenchmarkGate.Judge(All with { Results = [.. All.Results.SkipLast(1)] }, Limit, "/repo");

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.Select(finding => $"{finding.Severity}: {finding.Message.Split('(', ';')[0].Trim()}").ShouldBe(
        [
            "Note: speed/faster is 50.0 % faster than at aaaaaaaaa",
            "Note: speed/gone is no more",
            "Note: speed/new is new, with 0.25 ns",
            "Warning: speed/noisy cannot be judged: the machine is too noisy",
            "Warning: speed/same work is 15.0 % slower by the clock",
        ]);
        gate.Figures.Where(figure => figure.Threshold is not null).Select(figure => figure.Name).ShouldBe(["speed/faster slowdown", "speed/same slowdown"]);
    }

    [Fact]
    public void Nothing_to_compare_is_a_skip_with_a_reason()
    {
        var onlyNew = BenchmarkGate.Judge(Facts(new BenchmarkResult("speed/new", "x.rs", null, Alone: 5)), Limit, "/repo");
        var nothing = BenchmarkGate.Judge(Facts(), Limit, "/repo");

        (onlyNew.Verdict, onlyNew.Reason).ShouldBe((GateVerdict.Skip, $"the base {Commit} has none of these benchmarks"));
        (nothing.Verdict, nothing.Reason).ShouldBe((GateVerdict.Skip, "no benchmark was measured"));
    }

    [Fact]
    public void Several_slow_and_broken_ones_are_counted()
    {
        var facts = Facts(Slower, Slower with { Name = "speed/other" });

        BenchmarkGate.Judge(facts, Limit, "/repo").Reason.ShouldBe("2 benchmarks are slower");
        BenchmarkGate.Judge(facts with { Problems = [new BenchmarkProblem("speed: ended", "/repo/x.rs", IsOfHead: true)] }, Limit, "/repo").Reason
            .ShouldBe("2 benchmarks slower, 1 program failed");
    }

    [Theory]
    [InlineData(0.2, "0.20 ns")]
    [InlineData(999, "999 ns")]
    [InlineData(12_345, "12.3 µs")]
    [InlineData(1_234_000, "1.23 ms")]
    [InlineData(123_456_000_000, "123 s")]
    public void Times_are_written_with_three_digits(double nanoseconds, string text) => NanosecondText.Of(nanoseconds).ShouldBe(text);

    [Fact]
    public void Every_benchmark_has_a_line_in_the_log() => BenchmarkGate.Describe(All, Limit).ShouldContain("speed/slow|er: 12.0 µs → 14.8 µs, +23.4 % (+22.4 % to +24.4 %), slower");

    [Fact]
    public void The_file_can_be_read_back_and_shown_as_a_table()
    {
        var text = BenchmarksFile.Write(All, Limit, "/repo");

        Golden.ShouldMatch(text, "benchmarks.golden.json");
        var file = BenchmarksFile.Read(text);
        file.Benchmarks.Count.ShouldBe(All.Results.Count);
        Golden.ShouldMatch(BenchmarkMarkdown.Write(file), "benchmarks.golden.md");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{ "version": 2, "base": "a", "baseOrigin": "b", "maxSlowdown": 10, "benchmarks": [] }""")]
    [InlineData("""{ "version": 1, "base": "a", "baseOrigin": "b", "maxSlowdown": 10, "benchmarks": [null] }""")]
    public async Task A_file_that_is_not_the_gates_is_refused_by_name(string text)
    {
        using var project = RustProject.Empty().With("benchmarks.json", text);

        var error = await Should.ThrowAsync<SlipwayException>(() => new ReportFolder(project.Folder).ReadBenchmarksAsync(TestContext.Current.CancellationToken));

        error.Location!.File.ShouldBe(project / "benchmarks.json");
    }

    private static BenchmarkFacts Facts(params BenchmarkResult[] results) => new(Commit, results, [], TimeSpan.FromSeconds(5));

    private static Comparison Of(double ratio) =>
        new(12_000, 12_000 * ratio, ratio - 0.01, ratio + 0.01, new MeanTime(15_000, 500), new MeanTime(15_000 * ratio, 600), 8, 1600);
}
