using Slipway.Cargo.Testing;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

/// <summary>Tests of several attempts, as Jenkins and its relatives read them.</summary>
public class JUnitTests
{
    private static TestSuiteResult Suite { get; } = new(
        "unit",
        IsExpected: true,
        TimeSpan.FromSeconds(2),
        [
            new TestGroup(
                "pkg",
                "lib",
                TestGroupKind.Library,
                101,
                TimeSpan.FromSeconds(2),
                [
                    TestCase.Combine([new TestCase("flaky", TestOutcome.Failed, "no", "words"), new TestCase("flaky", TestOutcome.Passed, Duration: TimeSpan.FromSeconds(0.25))]),
                    TestCase.Combine([new TestCase("fails", TestOutcome.Lost, "lost"), Failed("first", 1), Failed("second", 2)]),
                    new TestCase("hangs", TestOutcome.TimedOut, "did not end"),
                    new TestCase("waits", TestOutcome.Quarantined, "quarantined until 2026-12-31 (why): no", "words", Attempts: [new TestAttempt(TestOutcome.Failed, "no", "words")]),
                ]),
            new TestGroup("pkg", "tool", TestGroupKind.Binary, 134, TimeSpan.Zero, [new TestCase("good", TestOutcome.Passed)], Mishap: "The test process ended with exit code 134.", Output: "last words"),
        ]);

    [Fact]
    public void Attempts_are_written_in_the_form_of_surefire() => Golden.ShouldMatch(JUnitXml.Write([Suite]), "junit-attempts.golden.xml");

    [Fact]
    public void Attempts_survive_in_the_file_of_a_suite() => JUnitXml.Write([TestsFile.Read(TestsFile.Write(Suite))]).ShouldBe(JUnitXml.Write([Suite]));

    private static TestCase Failed(string message, int seconds) =>
        new("fails", TestOutcome.Failed, message, $"output of the {message}", Duration: TimeSpan.FromSeconds(seconds));
}
