using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Tests.Reporting;

internal static class Samples
{
    public static GateResult Lint { get; } = new(
        "Lint",
        GateStage.Checks,
        GateVerdict.Fail,
        "1 warning",
        [new Figure("errors", 0, "errors", Threshold.AtMost(0)), new Figure("warnings", 1, "warnings", Threshold.AtMost(0))],
        [
            new Finding(
                FindingSeverity.Warning,
                "comparing `Vec<u8>` | by hand",
                "src/lib.rs",
                12,
                5,
                12,
                20,
                "clippy::manual",
                "use `==`"),
        ],
        TimeSpan.FromSeconds(1.23456));

    public static GateResult Format { get; } =
        new("Format", GateStage.Checks, GateVerdict.Pass, null, [], [], TimeSpan.FromMilliseconds(80));

    public static GateResult UnitTest { get; } = new(
        "UnitTest",
        GateStage.Test,
        GateVerdict.Pass,
        null,
        [new Figure("tests", 42, "tests", Threshold.AtLeast(1)), new Figure("passed", 41, "tests"), new Figure("ignored", 1, "tests")],
        [],
        TimeSpan.FromSeconds(3));

    public static GateResult Safety { get; } = GateResult.Skipped("SafetyTest", GateStage.Test, "no safety module");

    public static TestSuiteResult Suite { get; } = new(
        "unit",
        IsExpected: true,
        TimeSpan.FromSeconds(2.5),
        [
            new TestGroup(
                "pkg",
                "lib",
                TestGroupKind.Library,
                101,
                TimeSpan.FromSeconds(1.5),
                [
                    new TestCase("a::good", TestOutcome.Passed),
                    new TestCase("a::bad <&>", TestOutcome.Failed, "left \"1\"\nright '2'", "\u001b[31mred\u001b[0m ]]> nul:\0 bell:\a lone:\uD800 smile:😀"),
                    new TestCase("a::later", TestOutcome.Ignored, "not yet"),
                ]),
            new TestGroup(
                "pkg",
                "tool",
                TestGroupKind.Binary,
                134,
                TimeSpan.FromSeconds(1),
                [new TestCase("b::lost", TestOutcome.Lost, "did not report")],
                "The test process ended with exit code 134 (SIGABRT); 1 of 1 tests did not report.",
                "last words"),
        ]);
}
