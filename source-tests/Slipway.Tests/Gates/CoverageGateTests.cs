using Slipway.Base;
using Slipway.Cargo.Testing;
using Slipway.Coverage;
using Slipway.Gates;
using Slipway.Tests.Coverage;

namespace Slipway.Tests.Gates;

public class CoverageGateTests
{
    private static readonly BaseCommit Commit = new("0123456789abcdef0123456789abcdef01234567", "merge base with main");

    [Fact]
    public void The_limit_itself_passes_and_a_line_less_fails_with_where_it_is_missing()
    {
        Judge(Facts(File("src/lib.rs", 8, 2))).Verdict.ShouldBe(GateVerdict.Pass);

        var gate = Judge(Facts(File("src/lib.rs", 79, 21)));

        gate.Verdict.ShouldBe(GateVerdict.Fail);
        gate.Reason.ShouldBe("79 % (≥ 80, the default) of the lines are executed by tests");
        var finding = gate.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        finding.Message.ShouldBe("No test executes 21 of 100 lines: 80-100");
        finding.File.ShouldBe("crate/src/lib.rs");
        finding.Line.ShouldBe(80);
    }

    [Fact]
    public void The_safety_module_is_judged_by_lines_regions_and_functions()
    {
        var lines = Judge(Facts(File("src/lib.rs", 100, 0), Measured.File("src/safety/a.rs", 1, 0, null, 0, 1)));
        lines.Reason.ShouldBe("the safety module is not covered: safety lines 50 % (≥ 100, the default)");
        var finding = lines.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        (finding.File, finding.Line, finding.EndLine, finding.Message).ShouldBe(("crate/src/safety/a.rs", 2, 4, "No test executes lines 2-4"));

        var regions = Judge(Facts(Measured.File("src/safety/a.rs", 1, 1).WithRegions((1, 1, 1), (2, 7, 0))));
        regions.Reason.ShouldBe("the safety module is not covered: safety regions 50 % (≥ 100, the default)");
        finding = regions.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        (finding.Line, finding.Column, finding.EndColumn, finding.Message).ShouldBe((2, 7, 11, "No test executes this part of the line"));

        Judge(Facts(Measured.File("src/safety/a.rs", 1, 1).WithFunctions((1, 1), (2, 0))))
            .Reason.ShouldBe("the safety module is not covered: safety functions 50 % (≥ 100, the default)");
    }

    [Theory]
    [InlineData("crates/guard/src/safety/deep/a.rs", true)]
    [InlineData("src/safety.rs", true)]
    [InlineData("src/unsafety/a.rs", false)]
    [InlineData("other_src/safety/a.rs", false)]
    public void The_safety_module_may_be_in_any_package(string path, bool isSafety) =>
        Judge(Facts(File("src/lib.rs", 100, 0), File(path, 9, 1))).Verdict.ShouldBe(isSafety ? GateVerdict.Fail : GateVerdict.Pass);

    [Fact]
    public void A_safety_module_that_was_named_must_be_there()
    {
        var gate = Judge(Facts(File("src/lib.rs", 10, 0)), CoverageLimits.Default with { SafetyFiles = ["src/guard/**"] });

        gate.Reason.ShouldBe("there is no safety module");
        Judge(Facts(File("src/lib.rs", 10, 0)), CoverageLimits.Default with { SafetyFiles = [] }).Verdict.ShouldBe(GateVerdict.Pass);
    }

    [Fact]
    public void A_tool_that_tells_lines_only_says_what_it_leaves_open()
    {
        var facts = Facts(Measured.File("src/safety/a.rs", 1));
        var gate = Judge(facts with { Data = facts.Data with { Provider = "cargo-tarpaulin 0.32.0", HasRegions = false } });

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Figures.Select(figure => figure.Name).ShouldNotContain("safety regions");
        gate.Findings.ShouldContain(finding => finding.Severity == FindingSeverity.Warning
            && finding.Message == "Regions and functions of the safety module are not judged: cargo-tarpaulin 0.32.0 tells lines only");
    }

    [Fact]
    public void Changed_lines_without_a_test_fail_as_ranges()
    {
        var patch = new PatchCoverage(new Tally(7, 10), [("src/lib.rs", new LineRange(4, 6))]);

        var gate = Judge(Facts(File("src/lib.rs", 97, 3)) with { Patch = patch });

        gate.Reason.ShouldBe("70 % (≥ 80, the default) of the changed lines are executed by tests");
        var finding = gate.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        (finding.File, finding.Line, finding.EndLine, finding.Message).ShouldBe(("crate/src/lib.rs", 4, 6, "No test executes lines 4-6"));
        Judge(Facts(File("src/lib.rs", 97, 3)) with { Patch = patch with { Lines = new Tally(8, 10) } }).Verdict.ShouldBe(GateVerdict.Pass);
    }

    [Fact]
    public void A_few_changed_lines_are_not_judged_and_that_is_said()
    {
        var patch = new PatchCoverage(new Tally(0, 4), [("src/lib.rs", new LineRange(4, 7))]);

        var gate = Judge(Facts(File("src/lib.rs", 96, 4)) with { Patch = patch });

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.Select(finding => finding.Message).ShouldContain("The change is not judged by itself: it has 4 executable lines, fewer than 5");
        gate.Findings.ShouldContain(finding => finding.Severity == FindingSeverity.Note && finding.Line == 4);
    }

    [Fact]
    public void A_fall_of_a_point_passes_and_more_fails_with_the_files_that_lost()
    {
        var before = new BaseTallies(Commit, [new FileTally("src/lib.rs", 100, 100)], IsStored: false);
        Judge(Facts(File("src/lib.rs", 99, 1)) with { Base = before }).Verdict.ShouldBe(GateVerdict.Pass);

        var gate = Judge(Facts(File("src/lib.rs", 98, 2)) with { Base = before });

        gate.Reason.ShouldBe("the line coverage fell by 2 points (≤ 1, the default)");
        gate.Findings.Select(finding => finding.Message).ShouldContain("The line coverage fell from 100 % at 012345678 (merge base with main) to 98 %");
        gate.Findings.Single(finding => finding.Severity == FindingSeverity.Warning)
            .ShouldBe(new Finding(FindingSeverity.Warning, "2 lines more than at the base are not executed", "crate/src/lib.rs", 99));
    }

    [Fact]
    public void Without_a_base_it_says_so_and_fails_where_that_would_look_like_a_pass()
    {
        var facts = Facts(File("src/lib.rs", 10, 0)) with { Patch = null, WhyNoBase = "the clone is shallow" };

        Judge(facts).Verdict.ShouldBe(GateVerdict.Pass);
        Judge(facts).Findings.ShouldContain(finding => finding.Severity == FindingSeverity.Warning && finding.Message.EndsWith(": the clone is shallow", StringComparison.Ordinal));
        var strict = CoverageGate.Judge(facts, CoverageLimits.Default, "/ws", mustCompare: true);
        strict.Reason.ShouldBe("there is nothing to compare with");
        strict.Findings.Single(finding => finding.Severity == FindingSeverity.Error).Help!.ShouldContain("AllowedSkips => [\"Coverage\"]");
    }

    [Fact]
    public void Failing_tests_measure_nothing()
    {
        var facts = Facts(File("src/lib.rs", 10, 0));
        var group = new TestGroup("crate", "unit", TestGroupKind.Library, 101, TimeSpan.Zero, [new TestCase("a", TestOutcome.Failed)]);

        var gate = Judge(facts with { Data = facts.Data with { FailedTests = [group] } });

        gate.Reason.ShouldBe("tests fail with coverage");
        gate.Findings.Single(finding => finding.Severity == FindingSeverity.Error).Message.ShouldBe("unit fails with coverage: 1 test failed");
    }

    [Fact]
    public void Processes_without_counts_and_the_tool_are_in_the_result()
    {
        var facts = Facts(File("src/lib.rs", 10, 0));

        var gate = Judge(facts with { Data = facts.Data with { Lost = 2 } });

        gate.Findings.Select(finding => finding.Message).ShouldBe(
        [
            "Measured with LLVM tools 22 (test)",
            "The change has no executable line",
            "2 processes left no counts, because a signal ended them",
        ]);
    }

    [Fact]
    public void Without_code_there_is_nothing_to_judge() =>
        Judge(Facts()).Reason.ShouldBe("the workspace has no code that could be executed");

    private static GateResult Judge(CoverageFacts facts, CoverageLimits? limits = null) => CoverageGate.Judge(facts, limits ?? CoverageLimits.Default, "/ws");

    private static CoverageFacts Facts(params FileCoverage[] files) =>
        new(Measured.Data(files), "/ws/crate", TimeSpan.Zero) { Patch = new PatchCoverage(default, []) };

    private static FileCoverage File(string path, int covered, int missed) =>
        Measured.File(path, [.. Enumerable.Repeat<long?>(1, covered), .. Enumerable.Repeat<long?>(0, missed)]);
}
