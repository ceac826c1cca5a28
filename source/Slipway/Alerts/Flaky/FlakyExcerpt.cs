using Slipway.Cargo.Testing;

namespace Slipway.Alerts.Flaky;

/// <summary>What a test wrote when it failed last.</summary>
internal static class FlakyExcerpt
{
    private const int MostLines = 30;
    private const int MostOfLine = 300;

    public static string? Of(FlakyRate rate, IEnumerable<TestSuiteResult> suites)
    {
        var texts = from suite in suites
                    where suite.Name == rate.Suite
                    from test in suite.Groups.Where(test => test.Package == rate.Package && test.Name == rate.Group).SelectMany(test => test.Cases)
                    where test.Name == rate.Test
                    from attempt in test.Attempts ?? [TestAttempt.Of(test)]
                    where attempt.Outcome is TestOutcome.Failed or TestOutcome.Lost or TestOutcome.TimedOut
                    select attempt.Output is { Length: > 0 } output ? output : attempt.Message;
        return texts.LastOrDefault(text => !string.IsNullOrWhiteSpace(text)) is { } last ? End(last) : null;
    }

    private static string End(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var shown = lines.TakeLast(MostLines).Select(line => Messages.Excerpt.Line(Printable(line), MostOfLine));
        return string.Join('\n', lines.Length > MostLines ? shown.Prepend("…") : shown);
    }

    private static string Printable(string line) => string.Concat(line.Where(sign => !char.IsControl(sign) || sign == '\t'));
}
