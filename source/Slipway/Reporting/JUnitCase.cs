using System.Globalization;
using System.Xml;
using Slipway.Cargo.Testing;

namespace Slipway.Reporting;

/// <summary>
/// One test in the form that Jenkins and surefire write: runs of a test that passed in the end are <c>flakyFailure</c>,
/// those after the first failure of one that did not are <c>rerunFailure</c>.
/// </summary>
internal static class JUnitCase
{
    public static void Write(XmlWriter writer, string suite, TestCase test)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", XmlText.Clean(suite));
        writer.WriteAttributeString("name", XmlText.Clean(test.Name));
        if (test.Duration is { } duration)
            WriteSeconds(writer, duration);
        switch (test.Outcome)
        {
            case TestOutcome.Passed:
                break;
            case TestOutcome.Flaky:
                WriteRuns(writer, "flaky", test.Attempts ?? [TestAttempt.Of(test) with { Outcome = TestOutcome.Failed }]);
                break;
            case TestOutcome.Ignored or TestOutcome.Quarantined:
                WriteRun(writer, "skipped", TestAttempt.Of(test));
                break;
            default:
                WriteRun(writer, IsError(test.Outcome) ? "error" : "failure", TestAttempt.Of(test));
                WriteRuns(writer, "rerun", Others(test));
                break;
        }

        writer.WriteEndElement();
    }

    public static bool IsError(TestOutcome outcome) => outcome is TestOutcome.Lost or TestOutcome.TimedOut;

    public static void WriteSeconds(XmlWriter writer, TimeSpan time) =>
        writer.WriteAttributeString("time", time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));

    // All but the one that stands for the test.
    private static IEnumerable<TestAttempt> Others(TestCase test)
    {
        var all = test.Attempts ?? [];
        var shown = all.TakeWhile(run => run.Outcome != test.Outcome || run.Message != test.Message).Count();
        return all.Where((_, index) => index != shown);
    }

    private static void WriteRuns(XmlWriter writer, string word, IEnumerable<TestAttempt> runs)
    {
        foreach (var run in runs.Where(run => run.Outcome == TestOutcome.Failed || IsError(run.Outcome)))
            WriteRun(writer, word + (IsError(run.Outcome) ? "Error" : "Failure"), run);
    }

    private static void WriteRun(XmlWriter writer, string element, TestAttempt run)
    {
        var isRerun = element.StartsWith("flaky", StringComparison.Ordinal) || element.StartsWith("rerun", StringComparison.Ordinal);
        writer.WriteStartElement(element);
        if (run.Message is not null)
            writer.WriteAttributeString("message", XmlText.Clean(run.Message));
        if (isRerun)
        {
            writer.WriteAttributeString("type", IsError(run.Outcome) ? "error" : "failure");
            if (run.Duration is { } duration)
                WriteSeconds(writer, duration);
            if (run.Output is not null)
                writer.WriteElementString("system-out", XmlText.Clean(run.Output));
        }
        else if (run.Output is not null && run.Outcome != TestOutcome.Ignored)
        {
            writer.WriteString(XmlText.Clean(run.Output));
        }

        writer.WriteEndElement();
    }
}
