using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

/// <summary>Libtest's log file: <c>ok NAME</c>, <c>failed NAME</c>, <c>ignored: reason NAME</c>; a reason may have lines.</summary>
internal static partial class LibtestLog
{
    public static Dictionary<string, (TestOutcome Outcome, string? Message)> Parse(string log, IEnumerable<string> expected)
    {
        var names = expected.ToHashSet(StringComparer.Ordinal);
        var outcomes = new Dictionary<string, (TestOutcome, string?)>(StringComparer.Ordinal);
        var open = new List<string>();
        foreach (var line in log.Split('\n'))
        {
            // A reason goes on until a line that ends with a test's name.
            if (open.Count > 0 && names.Contains(line[(line.LastIndexOf(' ') + 1)..]) && Entry().Match(string.Join('\n', [.. open, line])) is { Success: true } reason)
                Add(reason);
            else if (Entry().Match(line) is { Success: true } match && names.Contains(match.Groups["name"].Value))
                Add(match);
            else if (open.Count > 0 || Beginning().IsMatch(line))
                open.Add(line);
        }

        return outcomes;

        void Add(Match entry)
        {
            outcomes[entry.Groups["name"].Value] = (OutcomeOf(entry.Groups["word"].Value), MessageOf(entry.Groups["message"].Value));
            open.Clear();
        }
    }

    private static TestOutcome OutcomeOf(string word) => word switch
    {
        "ok" => TestOutcome.Passed,
        "ignored" => TestOutcome.Ignored,
        _ => TestOutcome.Failed,
    };

    private static string? MessageOf(string message) => message.Length == 0 ? null : message;

    [GeneratedRegex("^(ok|failed|ignored): ")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^(?<word>ok|failed|ignored)(: (?<message>.*)| \((?<message>time limit exceeded)\))? (?<name>\S+)$", RegexOptions.Singleline)]
    private static partial Regex Entry();
}
