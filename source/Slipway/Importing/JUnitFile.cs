using System.Globalization;
using System.Xml;
using Slipway.Cargo.Testing;

namespace Slipway.Importing;

/// <summary>
/// Reads test results as Jenkins, surefire and their relatives write them. There is no standard; what is read are the
/// elements that all of them have: https://github.com/testmoapp/junitxml
/// </summary>
public static class JUnitFile
{
    private const long MostCharacters = 200_000_000;

    /// <param name="origin">What the results say nothing of: the code, the machine, and when they were made.</param>
    /// <exception cref="SlipwayException">The file is no JUnit XML, or too large.</exception>
    public static IReadOnlyList<TestOutcomeRecord> Read(Stream stream, string path, JUnitOrigin origin)
    {
        // Nothing is fetched, and nothing grows: https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters };
        using var reader = XmlReader.Create(stream, settings);
        try
        {
            return ReadAll(reader, path, origin);
        }
        catch (XmlException exception)
        {
            throw Broken(path, exception.LineNumber, exception.Message, exception);
        }
    }

    private static List<TestOutcomeRecord> ReadAll(XmlReader reader, string path, JUnitOrigin origin)
    {
        var records = new List<TestOutcomeRecord>();
        var suites = new Stack<(string Name, DateTimeOffset Recorded)>();
        suites.Push(("", origin.Recorded));
        reader.MoveToContent();
        if (reader.LocalName is not ("testsuites" or "testsuite"))
            throw Broken(path, ((IXmlLineInfo)reader).LineNumber, $"it begins with <{reader.LocalName}>, and not with <testsuites> or <testsuite>.", null);
        do
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "testsuite", IsEmptyElement: false })
                suites.Push((reader.GetAttribute("name") ?? suites.Peek().Name, TimeOf(reader) ?? suites.Peek().Recorded));
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "testsuite" })
                suites.Pop();
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "testcase" })
                records.AddRange(ReadCase(reader, suites.Peek(), origin));
        }
        while (reader.Read());
        return records;
    }

    private static IEnumerable<TestOutcomeRecord> ReadCase(XmlReader reader, (string Name, DateTimeOffset Recorded) suite, JUnitOrigin origin)
    {
        var (name, group) = (reader.GetAttribute("name") ?? "", reader.GetAttribute("classname") ?? "");
        TimeSpan? duration = double.TryParse(reader.GetAttribute("time"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : null;
        var (verdict, flaky, again) = (TestOutcome.Passed, 0, 0);
        using (var inner = reader.ReadSubtree())
        {
            inner.Read();
            while (inner.Read())
            {
                if (inner.NodeType != XmlNodeType.Element)
                    continue;
                switch (inner.LocalName)
                {
                    case "failure" or "error":
                        verdict = TestOutcome.Failed;
                        break;
                    case "skipped":
                        verdict = TestOutcome.Ignored;
                        break;
                    case "flakyFailure" or "flakyError":
                        flaky++;
                        break;
                    case "rerunFailure" or "rerunError":
                        again++;
                        break;
                }
            }
        }

        // Attempts that failed, and the one that ended it.
        var attempts = Enumerable.Repeat(TestOutcome.Failed, verdict == TestOutcome.Passed ? flaky : again).Append(verdict);
        return attempts.Select((outcome, index) => new TestOutcomeRecord(
            suite.Name, origin.Package, group, name, origin.Tree, origin.Toolchain, origin.System, index + 1, outcome, duration, suite.Recorded));
    }

    private static DateTimeOffset? TimeOf(XmlReader reader) =>
        DateTimeOffset.TryParse(reader.GetAttribute("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static SlipwayException Broken(string path, int line, string why, Exception? cause) => new(
        ErrorKind.Configuration,
        $"This is no JUnit XML: {why}",
        "Name the files that a test tool wrote as JUnit.",
        new SourceLocation(path, line > 0 ? line : null),
        cause);
}
