using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

/// <summary>Libtest's log file: <c>ok NAME</c>, <c>failed NAME</c>, <c>ignored: reason NAME</c>; a reason may have lines.</summary>
internal static partial class LibtestLog
{
    public static Dictionary<string, (TestOutcome Outcome, string? Message)> Parse(string log, IEnumerable<string> expected)
    {
        var names = expected.ToHashSet(StringComparer.Ordinal);
        var outcomes = new Dictionary<string, (TestOutcome, string?)>(StringComparer.Ordinal);
        var open = "";
        foreach (var line in log.Split('\n'))
        {
            var text = open.Length == 0 ? line : $"{open}\n{line}";
            var match = new[] { text, line }
                .Select(candidate => Entry().Match(candidate))
                .FirstOrDefault(candidate => candidate.Success && names.Contains(candidate.Groups["name"].Value));
            if (match is not null)
            {
                outcomes[match.Groups["name"].Value] = (OutcomeOf(match.Groups["word"].Value), MessageOf(match.Groups["message"].Value));
                open = "";
            }
            else
            {
                open = text;
            }
        }

        return outcomes;
    }

    private static TestOutcome OutcomeOf(string word) => word switch
    {
        "ok" => TestOutcome.Passed,
        "ignored" => TestOutcome.Ignored,
        _ => TestOutcome.Failed,
    };

    private static string? MessageOf(string message) => message.Length == 0 ? null : message;

    [GeneratedRegex(@"^(?<word>ok|failed|ignored)(: (?<message>.*)| \((?<message>time limit exceeded)\))? (?<name>\S+)$", RegexOptions.Singleline)]
    private static partial Regex Entry();
}
