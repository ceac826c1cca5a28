using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

/// <summary>Reads the Test Anything Protocol, version 13 without subtests, line by line: the output may be long.</summary>
internal sealed partial class Tap
{
    private const int MostDetails = 200;
    private const int MostLost = 1000;

    private readonly List<TestCase> _cases = [];
    private readonly List<string> _details = [];
    private readonly List<int> _numbers = [];
    private readonly List<string> _plans = [];
    private int _promised;
    private string? _skipped;
    private bool _hasVersion;

    /// <summary>What is wrong with the report itself: a harness that miscounts may have missed a failure.</summary>
    public string? Problem =>
        _skipped is not null && _cases.Count == 0 ? $"All tests were skipped: {_skipped}"
        : _plans.Count == 0 ? "The results have no plan: print 1..N, before or after them."
        : _plans.Count > 1 ? $"There is more than one plan: {string.Join(", ", _plans)}."
        : _numbers.Count > _promised ? $"The plan {_plans[0]} promised {Promised}, and {_numbers.Count} reported."
        : _numbers.GroupBy(number => number).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"Test {twice.Key} was reported more than once."
        : _numbers.Any(number => number < 1 || number > _promised) ? $"Test {_numbers.First(number => number < 1 || number > _promised)} is not in the plan {_plans[0]}."
        : _promised - _numbers.Count > MostLost ? $"The plan {_plans[0]} promised {Promised}, and {_numbers.Count} reported."
        : null;

    private string Promised => _promised == 1 ? "1 test" : string.Create(CultureInfo.InvariantCulture, $"{_promised} tests");

    private bool IsTap => _hasVersion || _plans.Count > 0 || _numbers.Count > 0;

    public void Read(string line)
    {
        if (line.StartsWith("TAP version ", StringComparison.Ordinal))
        {
            _hasVersion = true;
        }
        else if (Plan().Match(line) is { Success: true } plan)
        {
            _plans.Add(plan.Groups["plan"].Value);
            _promised = int.Parse(plan.Groups["count"].Value, CultureInfo.InvariantCulture);
            _skipped = plan.Groups["skip"].Success ? plan.Groups["skip"].Value.Trim() : null;
        }
        else if (Bail().Match(line) is { Success: true } bail)
        {
            Close();
            _cases.Add(new TestCase("Bail out!", TestOutcome.Failed, bail.Groups["reason"].Value.Trim()));
        }
        else if (Test().Match(line) is { Success: true } test && (test.Groups["number"].Success || IsTap))
        {
            Close();
            Add(test);
        }
        else if (_details.Count < MostDetails)
        {
            _details.Add(line);
        }
    }

    /// <summary>The cases, or null when the output is something else.</summary>
    public IReadOnlyList<TestCase>? Finish()
    {
        Close();
        if (!IsTap)
            return null;
        var lost = _promised - _numbers.Count > MostLost ? [] : Enumerable.Range(1, _promised).Except(_numbers).ToList();
        return
        [
            .. _cases,
            .. lost.Select(number => new TestCase(Name(number), TestOutcome.Lost, $"was promised by the plan {_plans[^1]} but did not report")),
        ];
    }

    private void Add(Match match)
    {
        var number = match.Groups["number"].Success
            ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : _numbers.Count + 1;
        _numbers.Add(number);
        var name = match.Groups["name"].Value.Trim();
        var reason = match.Groups["reason"].Value.Trim();
        var outcome = match.Groups["directive"].Success
            ? TestOutcome.Ignored
            : match.Groups["not"].Success ? TestOutcome.Failed : TestOutcome.Passed;
        _cases.Add(new TestCase(name.Length == 0 ? Name(number) : name, outcome, reason.Length == 0 ? null : reason));
    }

    // What follows a failed test explains it.
    private void Close()
    {
        if (_cases.Count > 0 && _cases[^1].IsFailure && _details.Count > 0)
        {
            var text = string.Join('\n', _details.Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line));
            _cases[^1] = _cases[^1] with { Output = text, Message = _cases[^1].Message ?? text.Split('\n')[0].Trim() };
        }

        _details.Clear();
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"test {number}");

    [GeneratedRegex(@"^(?<plan>1\.\.(?<count>\d{1,6}))\s*(# *skip\S*(?<skip>.*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Plan();

    [GeneratedRegex(@"^(?<not>not )?ok\b( (?<number>\d{1,6})\b)?( - | )?(?<name>[^#]*)(# *(?<directive>skip|todo)\S*(?<reason>.*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Test();

    [GeneratedRegex("^Bail out!(?<reason>.*)$")]
    private static partial Regex Bail();
}
