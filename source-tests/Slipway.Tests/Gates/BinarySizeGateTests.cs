using Slipway.Base;
using Slipway.Cargo.Binaries;
using Slipway.Gates;

namespace Slipway.Tests.Gates;

public class BinarySizeGateTests
{
    private static readonly BaseCommit Commit = new("0123456789abcdef0123456789abcdef01234567", "merge base with main");

    [Fact]
    public void Growth_of_the_limit_passes_and_a_byte_more_fails()
    {
        Judge(Program("tool", 7_000_000), Program("tool", 2_000_000)).Verdict.ShouldBe(GateVerdict.Pass);
        Judge(Program("tool", 7_000_001), Program("tool", 2_000_000)).Verdict.ShouldBe(GateVerdict.Fail);
        Judge(Program("tool", 1), Program("tool", 20_000_000)).Verdict.ShouldBe(GateVerdict.Pass);
    }

    [Fact]
    public void Size_base_and_growth_are_figures_with_units_and_limits()
    {
        var gate = Judge(Program("tool", 7_500_000), Program("tool", 2_000_000), new BinarySizeLimits(Threshold.AtMost(6, "the build class"), Threshold.AtMost(300, "--binary-size-percent")));

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Figures.ShouldBe(
        [
            new Figure("tool size", 7.5, "MB"),
            new Figure("tool at base", 2, "MB"),
            new Figure("tool growth", 5.5, "MB", new Threshold(ThresholdKind.AtMost, 6, "the build class")),
            new Figure("tool growth in percent", 275, "%", new Threshold(ThresholdKind.AtMost, 300, "--binary-size-percent")),
        ]);
    }

    [Fact]
    public void A_failure_says_how_much_where_since_when_and_how_to_mend_it()
    {
        var before = Program("tool", 2_000_000, (".text", 1_500_000), (".rodata", 300_000), (".data", 900), (".bss", 10));
        var after = Program("tool", 8_001_300, (".text", 1_501_200), (".rodata", 6_300_000), (".data", 1_000), (".new", 37));

        var gate = Judge(after, before);

        gate.Reason.ShouldBe("tool grew by 6.001 MB");
        gate.Figures.Single(figure => !figure.IsAllowed()).ToString().ShouldBe("6.001 MB (≤ 5, the default)");
        var finding = gate.Findings.ShouldHaveSingleItem();
        finding.ShouldBe(new Finding(
            FindingSeverity.Error,
            "tool grew by 6.001 MB since 012345678 (merge base with main), from 2 MB to 8.001 MB, more than 5 MB (the default); "
                + "by section: .rodata 6 MB, .text 1.2 kB, .data 100 bytes, .new 37 bytes",
            "crate/src/main.rs",
            Help: "Look for constant data that came in: include_bytes!, include_str!, large statics and tables. "
                + "When it is worth it, raise the limit: `--binary-size-growth 7`, or `MaxBinarySizeGrowth => 7` in the build class."));
    }

    [Theory]
    [InlineData(".text", "Look for code that came in")]
    [InlineData("__TEXT,__text", "Look for code that came in")]
    [InlineData("__TEXT,__const", "Look for constant data")]
    [InlineData(".rdata", "Look for constant data")]
    [InlineData(".data.rel.ro", "Look for statics")]
    [InlineData(".eh_frame", "Unwinding tables grew")]
    [InlineData(".debug_info", "Symbols or debug information came in")]
    [InlineData(".note", "Look at what the change brings")]
    public void The_advice_fits_the_section_that_grew_most(string section, string advice) =>
        Judge(Program("tool", 9_000_000, (section, 8_000_000), (".other", 2)), Program("tool", 1_000_000, (".other", 1)))
            .Findings.ShouldHaveSingleItem().Help!.ShouldStartWith(advice);

    [Fact]
    public void Growth_in_percent_has_a_limit_of_its_own()
    {
        var gate = Judge(Program("tool", 1_110_000), Program("tool", 1_000_000), BinarySizeLimits.Default with { Percent = Threshold.AtMost(10, "--binary-size-percent") });

        gate.Reason.ShouldBe("tool grew by 110 kB");
        var finding = gate.Findings.ShouldHaveSingleItem();
        finding.Message.ShouldContain("more than 10 % (--binary-size-percent); its section table does not say where");
        finding.Help!.ShouldContain("`--binary-size-percent 11`");
    }

    [Fact]
    public void A_new_program_is_told_and_fails_only_when_it_is_larger_than_any_may_be()
    {
        var told = Judge(Program("tool", 9_000_000), before: null);
        told.Verdict.ShouldBe(GateVerdict.Pass);
        told.Findings.ShouldHaveSingleItem().Message.ShouldBe("tool is new, with 9 MB; it is not in 012345678 (merge base with main)");
        told.Figures.ShouldHaveSingleItem().ToString().ShouldBe("9 MB");

        var failed = Judge(Program("tool", 9_000_000), before: null, BinarySizeLimits.Default with { Size = Threshold.AtMost(8, "the build class") });
        failed.Reason.ShouldBe("tool has 9 MB");
        failed.Findings[^1].Message.ShouldBe("tool has 9 MB, more than 8 MB (the build class)");
        failed.Findings[^1].Help!.ShouldEndWith("raise the limit: `MaxBinarySize => 9` in the build class.");
    }

    [Fact]
    public void What_is_too_large_is_told_what_is_large_in_it_though_it_did_not_grow() =>
        Judge(Program("tool", 9_000_000, (".rodata", 8_000_000)), Program("tool", 9_000_000, (".rodata", 8_000_000)), BinarySizeLimits.Default with { Size = Threshold.AtMost(8) })
            .Findings.ShouldHaveSingleItem().Help!.ShouldStartWith("Look for constant data");

    [Fact]
    public void Every_program_and_triple_is_judged_and_one_that_is_gone_is_told()
    {
        var (arm, intel) = (Program("tool", 1_000) with { Triple = "aarch64" }, Program("tool", 1_000) with { Triple = "x86_64" });
        var sizes = new SizeComparison(
            Commit,
            [arm, intel, Program("old", 5)],
            [arm with { Size = 6_000_000 }, intel with { Size = 1_001 }, Program("more", 7) with { Triple = "x86_64" }],
            TimeSpan.FromSeconds(1));

        var gate = BinarySizeGate.Judge(sizes, BinarySizeLimits.Default, "/repo");

        gate.Reason.ShouldBe("tool (aarch64) grew by 5.999 MB");
        gate.Figures.Select(figure => figure.Name).ShouldBe(
        [
            "tool (aarch64) size", "tool (aarch64) at base", "tool (aarch64) growth",
            "tool (x86_64) size", "tool (x86_64) at base", "tool (x86_64) growth",
            "more (x86_64) size",
        ]);
        gate.Findings.Select(finding => finding.Severity).ShouldBe([FindingSeverity.Error, FindingSeverity.Note, FindingSeverity.Note]);
        gate.Findings[^1].Message.ShouldBe("old is no more; it had 5 bytes");
        BinarySizeGate.Judge(sizes with { After = [arm with { Size = 6_000_000 }, intel with { Size = 6_000_000 }] }, BinarySizeLimits.Default, "/repo")
            .Reason.ShouldBe("2 programs grew too much");
    }

    private static GateResult Judge(ProgramSize after, ProgramSize? before, BinarySizeLimits? limits = null) =>
        BinarySizeGate.Judge(new SizeComparison(Commit, before is null ? [] : [before], [after], TimeSpan.Zero), limits ?? BinarySizeLimits.Default, "/repo");

    private static ProgramSize Program(string name, long size, params (string Name, long Size)[] sections) =>
        new(name, null, size, [.. sections.Select(section => new BinarySection(section.Name, section.Size))], "/repo/crate/src/main.rs");
}
