using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Reporting;
using Slipway.Reporting.Data;

namespace Slipway.Tests.Reporting;

/// <summary>A report that has everything.</summary>
internal static class PageSamples
{
    public static ReportContent Full { get; } = new(
        new GateReport([Samples.Lint, Samples.Format, Samples.UnitTest with { Duration = TimeSpan.FromSeconds(74) }, Samples.Safety, BinarySize, Audit]),
        [Samples.Suite, Slow],
        [
            new FileCoverage("src/lib.rs", new CoverageCount(100, 100)),
            new FileCoverage("src/a/very/deep/module/whose/name/is/longer/than/a/phone/is/wide.rs", new CoverageCount(412, 800), Missed: [[3, 9], [12, 12]]),
            new FileCoverage("src/main.rs", new CoverageCount(999, 1000), Missed: [[77, 77]]),
        ],
        [
            new BenchmarkRatio("parse/large", 1_250_000, 1_400_000, 1.12, 1.08, 1.16, "slower"),
            new BenchmarkRatio("parse/small", 812, 700, 0.862, 0.85, 0.88, "faster"),
            new BenchmarkRatio("render", 52_000, 52_300, 1.006, 0.97, 1.04, "same"),
        ],
        [
            new ProgramSections("caro", 9_245_112, 6_113_000, [new(".text", 4_200_000, 4_100_000), new(".rodata", 4_000_000, 1_000_000), new(".eh_frame", 500_000, 502_000)]),
            new ProgramSections("caro-helper", 800, null, [new(".text", 700)]),
        ],
        ["history.json is not shown: it could not be read."]);

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
