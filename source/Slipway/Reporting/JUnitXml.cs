using System.Globalization;
using System.Text;
using System.Xml;
using Slipway.Cargo.Testing;

namespace Slipway.Reporting;

/// <summary>Test results in the form that Jenkins and its relatives read: one suite for each test process.</summary>
public static class JUnitXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static string Write(IEnumerable<TestSuiteResult> suites)
    {
        var all = suites.SelectMany(suite => suite.Groups.Select(group => (Suite: suite, Group: group))).ToList();
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartElement("testsuites");
            WriteCounts(writer, [.. all.Select(item => item.Group)]);
            foreach (var (suite, group) in all)
                WriteGroup(writer, suite, group);
            writer.WriteEndElement();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteGroup(XmlWriter writer, TestSuiteResult suite, TestGroup group)
    {
        var name = string.Join('.', new[] { suite.Name, group.Package, group.Name }.Where(part => part.Length > 0));
        if (suite.Leg is not null)
            name += $" ({suite.Leg})";
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", XmlText.Clean(name));
        WriteCounts(writer, [group]);
        foreach (var test in group.Cases)
            JUnitCase.Write(writer, name, test);
        if (group.Problem is not null)
        {
            JUnitCase.Write(writer, name, new TestCase("(process)", TestOutcome.Lost, group.Problem));
            if (group.Output is not null)
                writer.WriteElementString("system-out", XmlText.Clean(group.Output));
        }
        else if (group.Mishap is not null)
        {
            JUnitCase.Write(writer, name, new TestCase("(process)", TestOutcome.Flaky, group.Mishap, group.Output));
        }

        writer.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter writer, IReadOnlyList<TestGroup> groups)
    {
        var problems = groups.Count(group => group.Problem is not null);
        WriteNumber(writer, "tests", groups.Sum(group => group.Cases.Count + (group.Problem is null && group.Mishap is null ? 0 : 1)));
        WriteNumber(writer, "failures", groups.Sum(group => group.Count(TestOutcome.Failed)));
        WriteNumber(writer, "errors", groups.Sum(group => group.Cases.Count(test => JUnitCase.IsError(test.Outcome))) + problems);
        WriteNumber(writer, "skipped", groups.Sum(group => group.Count(TestOutcome.Ignored) + group.Count(TestOutcome.Quarantined)));
        JUnitCase.WriteSeconds(writer, groups.Aggregate(TimeSpan.Zero, (sum, group) => sum + group.Duration));
    }

    private static void WriteNumber(XmlWriter writer, string name, int value) =>
        writer.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
