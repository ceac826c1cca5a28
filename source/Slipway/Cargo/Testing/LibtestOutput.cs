using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

/// <summary>Libtest's standard output, as people read it.</summary>
internal static partial class LibtestOutput
{
    private const int LongestMessage = 240;

    /// <summary>Outcomes of expected tests; a failure is never taken back.</summary>
    public static Dictionary<string, (TestOutcome Outcome, string? Message)> Parse(
        IEnumerable<string> lines,
        IReadOnlyCollection<string> expected)
    {
        var names = expected.ToHashSet(StringComparer.Ordinal);
        var outcomes = new Dictionary<string, (TestOutcome Outcome, string? Message)>(StringComparer.Ordinal);
        foreach (var match in lines.Select(line => Line().Match(line)).Where(match => match.Success))
        {
            var name = match.Groups["name"].Value;
            var outcome = match.Groups["outcome"].Value switch
            {
                "ok" => TestOutcome.Passed,
                "FAILED" => TestOutcome.Failed,
                _ => TestOutcome.Ignored,
            };
            if (!names.Contains(name) || outcomes.ContainsKey(name) && outcome != TestOutcome.Failed)
                continue;
            var message = match.Groups["message"].Value;
            outcomes[name] = (outcome, message.Length == 0 ? null : message);
        }

        return outcomes;
    }

    /// <summary>The parts <c>---- NAME stdout ----</c> of failed tests.</summary>
    public static Dictionary<string, string> Captured(IReadOnlyList<string> lines, IReadOnlyCollection<string> failed)
    {
        var headings = failed.ToDictionary(name => $"---- {name} stdout ----", StringComparer.Ordinal);
        var texts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        for (var index = 0; index < lines.Count; index++)
        {
            if (headings.TryGetValue(lines[index], out var name))
                texts[name] = current = [];
            else if (lines[index] == "failures:" && index + 1 < lines.Count && lines[index + 1].StartsWith("    ", StringComparison.Ordinal))
                current = null;
            else
                current?.Add(lines[index]);
        }

        return texts.ToDictionary(pair => pair.Key, pair => string.Join('\n', pair.Value).Trim('\n'), StringComparer.Ordinal);
    }

    /// <summary>What a panic says, or the first line; a value that is shown with it may be long.</summary>
    public static string? MessageOf(string? output)
    {
        var lines = (output ?? "").Split('\n').Where(line => line.Length > 0).ToList();
        var panic = lines.FindIndex(line => Panic().IsMatch(line));
        var message = panic >= 0 && panic + 1 < lines.Count ? lines[panic + 1] : lines.FirstOrDefault();
        return message is { Length: > LongestMessage } ? message[..LongestMessage] + "…" : message;
    }

    [GeneratedRegex(@"^test (?<name>.+?)( - (should panic|compile|compile fail))? \.\.\. (?<outcome>ok|FAILED|ignored)(, (?<message>.*))?$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^thread '.*' (\(\d+\) )?panicked at ")]
    private static partial Regex Panic();
}
