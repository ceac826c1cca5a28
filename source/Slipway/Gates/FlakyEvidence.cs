using System.Globalization;
using Slipway.Cargo.Testing;

namespace Slipway.Gates;

/// <summary>Whether a suite's tests are flaky too often, as far as that is known: then even the lower bound says so.</summary>
internal sealed class FlakyEvidence
{
    // Of fewer, one failure would be much.
    private const int LeastRuns = 10;

    private readonly Threshold _limit;
    private readonly IReadOnlyList<FlakyRate> _rates;
    private readonly FlakyRate _sum;

    public FlakyEvidence(TestSuiteResult suite, TestRules rules)
    {
        _limit = rules.FlakyRate;
        // What is quarantined does not count, and what is gone cannot be mended.
        var known = suite.Groups.SelectMany(group => group.Cases.Select(test => (group.Package, group.Name, Test: test.Name))).ToHashSet();
        _rates =
        [
            .. rules.Rates.Where(rate => rate.Suite == suite.Name
                && known.Contains((rate.Package, rate.Group, rate.Test))
                && !rules.Quarantined.Any(entry => !entry.IsExpired(rules.Today) && entry.Matches(rate.Suite, rate.Group, rate.Test))),
        ];
        _sum = FlakyRate.Sum(suite.Name, [.. _rates.Where(IsEnough)]);
    }

    /// <summary>How many tests are known to be flaky too often.</summary>
    public int Broken => _rates.Count(Breaks);

    public bool IsSuiteBroken => Breaks(_sum);

    public IEnumerable<Figure> Figures => _sum.Runs == 0
        ? []
        : [new Figure("flaky rate at least", 100 * _rates.Where(IsEnough).Append(_sum).Max(rate => rate.Interval.Lower), "%", _limit)];

    /// <summary>What is known of a test that was flaky now, when that is not yet enough to fail.</summary>
    public string? Of(TestGroup group, TestCase test) =>
        _rates.FirstOrDefault(rate => rate.Package == group.Package && rate.Group == group.Name && rate.Test == test.Name) is { } rate && !Breaks(rate)
            ? $"it {rate}, which is not enough to say that it is more than {Limit}"
            : null;

    public IEnumerable<Finding> Findings()
    {
        foreach (var rate in _rates.Where(Breaks))
        {
            yield return new Finding(
                FindingSeverity.Error,
                $"{rate.Test} is flaky: it {rate}, more than {Limit}",
                Code: rate.Group,
                Help: $"Mend it, or quarantine it by name until a day: QuarantinedTests => [new(\"{rate.Suite}::{rate.Test}\", reason, day)]. Once it is mended, passing often enough in a row clears it.");
        }

        if (IsSuiteBroken && Broken == 0)
            yield return new Finding(FindingSeverity.Error, $"The suite {_sum.Suite} is flaky: its tests together {_sum}, more than {Limit}", Help: "Mend the tests that the reports of the last days name as flaky.");
    }

    private string Limit => string.Create(CultureInfo.InvariantCulture, $"{_limit.Value:0.###} %{(_limit.Origin is null ? "" : $" ({_limit.Origin})")}");

    /// <summary>Whether it ran often enough to say anything.</summary>
    internal static bool IsEnough(FlakyRate rate) => rate.Runs >= LeastRuns;

    /// <summary>Whether it is flaky more often than the limit in percent, beyond doubt.</summary>
    internal static bool IsBroken(FlakyRate rate, Threshold limit) => IsEnough(rate) && !limit.Allows(100 * rate.Interval.Lower);

    private bool Breaks(FlakyRate rate) => IsBroken(rate, _limit);
}
