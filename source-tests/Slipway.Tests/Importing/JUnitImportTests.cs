using System.Text;
using Slipway.Cargo.Testing;
using Slipway.Importing;
using Slipway.Reporting;
using Slipway.Tests.History;

namespace Slipway.Tests.Importing;

public class JUnitImportTests
{
    internal const string Foreign = """
        <?xml version="1.0"?>
        <testsuites>
          <testsuite name="nextest" timestamp="2026-11-20T10:00:00Z">
            <testsuite name="inner">
              <testcase name="adds" classname="math" time="0.25"><system-out>&lt;failure/&gt;</system-out></testcase>
              <testcase name="waits" classname="net"><flakyFailure message="late"/><flakyFailure/></testcase>
            </testsuite>
            <testcase name="breaks" classname="math"><failure type="panic">left: 1</failure><rerunFailure/></testcase>
            <testcase name="later" classname="math"><skipped/></testcase>
          </testsuite>
        </testsuites>
        """;

    private static readonly JUnitOrigin Origin = new("caro", "tree", "junit", "linux-x64", HistoryFolder.Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Attempts_are_told_apart_and_suites_may_stand_in_suites()
    {
        var records = Read(Foreign);

        records.Select(x => (x.Suite, x.Group, x.Test, x.Attempt, x.Outcome)).ShouldBe(
        [
            ("inner", "math", "adds", 1, TestOutcome.Passed),
            ("inner", "net", "waits", 1, TestOutcome.Failed),
            ("inner", "net", "waits", 2, TestOutcome.Failed),
            ("inner", "net", "waits", 3, TestOutcome.Passed),
            ("nextest", "math", "breaks", 1, TestOutcome.Failed),
            ("nextest", "math", "breaks", 2, TestOutcome.Failed),
            ("nextest", "math", "later", 1, TestOutcome.Ignored),
        ]);
        records[0].Duration.ShouldBe(TimeSpan.FromSeconds(0.25));
        records.ShouldAllBe(x => x.Recorded == new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void What_the_pipeline_writes_it_can_read()
    {
        TestCase[] cases =
        [
            new("good", TestOutcome.Passed, Duration: TimeSpan.FromSeconds(2)),
            new("now and then", TestOutcome.Flaky, Attempts: [new TestAttempt(TestOutcome.Failed, "no"), new TestAttempt(TestOutcome.Passed)]),
            new("bad", TestOutcome.Failed, "no", Attempts: [new TestAttempt(TestOutcome.Failed, "no"), new TestAttempt(TestOutcome.Failed, "no"), new TestAttempt(TestOutcome.Failed, "no")]),
            new("not yet", TestOutcome.Ignored),
        ];
        var text = JUnitXml.Write([new TestSuiteResult("unit", true, TimeSpan.Zero, [new TestGroup("p", "g", TestGroupKind.Library, 1, TimeSpan.Zero, cases)])]);

        Read(text).Select(x => (x.Suite, x.Test, x.Attempt, x.Outcome)).ShouldBe(
        [
            ("unit.p.g", "good", 1, TestOutcome.Passed),
            ("unit.p.g", "now and then", 1, TestOutcome.Failed),
            ("unit.p.g", "now and then", 2, TestOutcome.Passed),
            ("unit.p.g", "bad", 1, TestOutcome.Failed),
            ("unit.p.g", "bad", 2, TestOutcome.Failed),
            ("unit.p.g", "bad", 3, TestOutcome.Failed),
            ("unit.p.g", "not yet", 1, TestOutcome.Ignored),
        ]);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><testsuites>&a;</testsuites>", 0)]
    [InlineData("<testsuites>\n<testsuite>\n<testcase", 3)]
    [InlineData("<report/>", 1)]
    [InlineData("", 0)]
    [InlineData("{}", 1)]
    public void What_is_no_JUnit_is_refused_with_its_place(string text, int line)
    {
        var exception = Should.Throw<SlipwayException>(() => Read(text));

        exception.Message.ShouldStartWith("This is no JUnit XML: ");
        exception.Location!.Line.ShouldBe(line == 0 ? null : line);
    }

    [Fact]
    public async Task A_file_that_is_imported_twice_counts_once_and_its_flaky_test_is_one()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        var file = Path.Combine(Path.GetDirectoryName(folder.File)!, "junit.xml");
        await File.WriteAllTextAsync(file, Foreign, Token);

        (await new JUnitImport(history).RunAsync([file], Origin, Token)).ShouldBe(7);
        (await new JUnitImport(history).RunAsync([file], Origin, Token)).ShouldBe(0);

        var tests = (await history.ReadHealthAsync(null, DateTimeOffset.UnixEpoch, HistoryFolder.Now, null, Token)).Tests;
        tests.Select(x => (x.Name, x.Runs, x.Failures)).ShouldBe([("adds", 1, 0), ("waits", 1, 1)]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();

        var exception = await Should.ThrowAsync<SlipwayException>(() => new JUnitImport(history).RunAsync(["/no/such/file.xml"], Origin, Token));

        exception.Location!.File.ShouldBe("/no/such/file.xml");
    }

    private static IReadOnlyList<TestOutcomeRecord> Read(string text) => JUnitFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "junit.xml", Origin);
}
