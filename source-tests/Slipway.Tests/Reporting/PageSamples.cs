using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Reporting;
using Slipway.Reporting.Data;

namespace Slipway.Tests.Reporting;

/// <summary>A report that has everything.</summary>
internal static class PageSamples
{
    public static ReportContent Full { get; } = new(
        new GateReport([Samples.Lint, Samples.Format with { Recorded = new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.FromHours(1)) }, Samples.UnitTest with { Duration = TimeSpan.FromSeconds(74) }, Samples.Safety, BinarySize, Audit, Budget]),
        [Samples.Suite, Slow],
        [
            new CoverageOfFile("src/lib.rs", new CoveredLines(100, 100)),
            new CoverageOfFile("src/a/very/deep/module/whose/name/is/longer/than/a/phone/is/wide.rs", new CoveredLines(412, 800), Missed: ["3-9", "12"]),
            new CoverageOfFile("src/main.rs", new CoveredLines(999, 1000), Missed: ["77"]),
        ],
        [
            new BenchmarkRatio("parse/large", "slower", 1_250_000, 1_400_000, 1.12, 1.08, 1.16),
            new BenchmarkRatio("parse/small", "faster", 812, 700, 0.862, 0.85, 0.88),
            new BenchmarkRatio("render", "same", 52_000, 52_300, 1.006, 0.97, 1.04),
            new BenchmarkRatio("render/new", "new", Head: 4_000_000_000),
        ],
        [
            new SizeOfProgram("caro", 9_245_112, 6_113_000, [new(".text", 4_200_000, 4_100_000), new(".rodata", 4_000_000, 1_000_000), new(".eh_frame", 500_000, 502_000)]),
            new SizeOfProgram("caro-helper", 800, null, [new(".text", 700)]),
        ],
        [
            new FlakyRate("integration", "pkg", "cli", "cli::survives_a_very_long_and_winding_name_that_says_all_of_what_it_checks_in_one_identifier", 4, 30),
            new FlakyRate("unit", "pkg", "lib", "tests::rarely", 1, 412),
            new FlakyRate("unit", "pkg", "lib", "tests::once", 1, 1),
            new FlakyRate("unit", "pkg", "lib", "tests::never", 0, 412),
            new FlakyRate("unit", "pkg", "lib", "tests::cannot_be", 3, 2),
        ],
        ["history.json is not shown: it could not be read."]);

    public static ReportContent Empty { get; } = new(new GateReport([]), [], [], [], [], [], []);

    /// <summary>The same text wherever a program or a person could have written one.</summary>
    public static ReportContent Hostile(string text) => new(
        new GateReport(
        [
            new GateResult(
                "Lint",
                GateStage.Checks,
                GateVerdict.Fail,
                text,
                [new Figure(text, 1, text, Threshold.AtMost(0, text))],
                [new Finding(FindingSeverity.Error, text, text, 1, Code: text, Help: text)],
                TimeSpan.Zero,
                Leg: text),
        ]),
        [new TestSuiteResult(text, true, TimeSpan.Zero, [new TestGroup(text, text, TestGroupKind.Library, 1, TimeSpan.Zero, [new TestCase(text, TestOutcome.Failed, text, "a" + text, Duration: TimeSpan.FromSeconds(1))], text, "a" + text)])],
        [new CoverageOfFile(text, new CoveredLines(1, 2), [text])],
        [new BenchmarkRatio(text, text, 1, 1, 1, 1, 1)],
        [new SizeOfProgram(text, 1, 1, [new SizeOfSection(text, 1, 1)])],
        [new FlakyRate(text, text, text, text, 1, 2)],
        [text]);

    private static GateResult BinarySize => new(
        "BinarySize",
        GateStage.Gates,
        GateVerdict.Fail,
        "caro grew by 3.132 MB",
        [new Figure("caro size", 9.245, "MB"), new Figure("caro growth", 3.132, "MB", Threshold.AtMost(2, "--binary-size-growth"))],
        [new Finding(FindingSeverity.Error, "caro grew by 3.132 MB since 1234567", "src/main.rs", Help: "Look at .rodata first:\n  what is embedded?")],
        TimeSpan.FromSeconds(12));

    private static GateResult Audit => new(
        "Audit",
        GateStage.Checks,
        GateVerdict.Pass,
        null,
        [new Figure("high", 0, "advisories", Threshold.AtMost(0, "the build class"))],
        [new Finding(FindingSeverity.Note, "<script>alert('hostile')</script> \u202Eevil & more", Code: "RUSTSEC-2026-0001")],
        TimeSpan.FromMilliseconds(400),
        Leg: "ubuntu-24.04");

    private static GateResult Budget => new(
        "Budget",
        GateStage.Gates,
        GateVerdict.Pass,
        null,
        [new Figure("Checks", 150.2, "s", Threshold.AtMost(120, "the build class")), new Figure("Test", 74, "s", Threshold.AtMost(180, "--stage-minutes test"))],
        [new Finding(FindingSeverity.Warning, "Checks took 2 min 30 s, more than its budget of 2 min", Code: "budget")],
        TimeSpan.FromSeconds(224));

    private static TestSuiteResult Slow => new(
        "integration",
        IsExpected: true,
        TimeSpan.FromSeconds(9),
        [
            new TestGroup(
                "pkg",
                "cli",
                TestGroupKind.Test,
                0,
                TimeSpan.FromSeconds(9),
                [
                    new TestCase("cli::starts", TestOutcome.Passed, Duration: TimeSpan.FromMilliseconds(35)),
                    new TestCase("cli::survives_a_very_long_and_winding_name_that_says_all_of_what_it_checks_in_one_identifier", TestOutcome.Passed, Duration: TimeSpan.FromSeconds(8.4)),
                ]),
        ]);
}
