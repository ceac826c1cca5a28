using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

/// <summary>The Test Anything Protocol, version 13 without subtests.</summary>
internal static partial class Tap
{
    /// <summary>The cases, or null when the output is something else.</summary>
    public static IReadOnlyList<TestCase>? Parse(IEnumerable<string> output)
    {
        var lines = output.ToList();
        var plan = lines.Select(line => Plan().Match(line)).FirstOrDefault(match => match.Success);
        if (plan is null && !lines.Any(line => line.StartsWith("TAP version ", StringComparison.Ordinal)))
            return null;

        var cases = new List<TestCase>();
        var details = new List<string>();
        foreach (var line in lines)
        {
            if (Bail().Match(line) is { Success: true } bail)
            {
                cases.Add(new TestCase("Bail out!", TestOutcome.Failed, bail.Groups["reason"].Value));
            }
            else if (Test().Match(line) is { Success: true } test)
            {
                Close(cases, details);
                cases.Add(Case(test, cases.Count + 1));
            }
            else if (!Plan().IsMatch(line))
            {
                details.Add(line);
            }
        }

        Close(cases, details);
        var promised = plan is null ? cases.Count : int.Parse(plan.Groups["count"].Value, CultureInfo.InvariantCulture);
        for (var number = cases.Count + 1; number <= promised; number++)
            cases.Add(new TestCase(Number(number), TestOutcome.Lost, $"was promised by the plan 1..{promised} but did not report"));
        return cases;
    }

    private static TestCase Case(Match match, int number)
    {
        var name = match.Groups["name"].Value.Trim();
        var reason = match.Groups["reason"].Value.Trim();
        var outcome = match.Groups["directive"].Success
            ? TestOutcome.Ignored
            : match.Groups["not"].Success ? TestOutcome.Failed : TestOutcome.Passed;
        return new TestCase(name.Length == 0 ? Number(number) : name, outcome, reason.Length == 0 ? null : reason);
    }

    // What follows a failed test explains it.
    private static void Close(List<TestCase> cases, List<string> details)
    {
        if (cases.Count > 0 && cases[^1].IsFailure && details.Count > 0)
        {
            var text = string.Join('\n', details.Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line));
            cases[^1] = cases[^1] with { Output = text, Message = cases[^1].Message ?? text.Split('\n')[0].Trim() };
        }

        details.Clear();
    }

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"test {number}");

    [GeneratedRegex(@"^1\.\.(?<count>\d{1,6})\b")]
    private static partial Regex Plan();

    [GeneratedRegex(@"^(?<not>not )?ok\b( \d+)?( - | )?(?<name>[^#]*)(# *(?<directive>skip|todo)\S*(?<reason>.*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Test();

    [GeneratedRegex("^Bail out! *(?<reason>.*)$")]
    private static partial Regex Bail();
}
