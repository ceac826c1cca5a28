using System.Globalization;
using Nuke.Common;
using Slipway.Cargo.Testing;
using Slipway.Components;

namespace WorkflowBuilds;

/// <summary>Some tests may fail for a while, some suites must have many, and are tried less often.</summary>
class QuarantineBuild : NukeBuild, IUnitTest, IIntegrationTest
{
    public static int Start() => Execute<QuarantineBuild>(x => ((IUnitTest)x).UnitTest);

    [Parameter("The last day of the quarantine")]
    readonly string Until = "9999-12-31";

    [Parameter("The suite that must have two tests")]
    readonly string LargeSuite = "integration";

    IReadOnlyDictionary<string, int> IHazTestRules.MinimumTests => new Dictionary<string, int> { [LargeSuite] = 2 };

    IReadOnlyDictionary<string, int> IHazTestRules.SuiteTestAttempts => new Dictionary<string, int> { ["integration"] = 1 };

    IReadOnlyList<QuarantinedTest> IHazTestRules.QuarantinedTests =>
    [
        new("unit::tests::waits", "the port is not free on this machine", DateOnly.ParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture), "https://example.org/issues/7"),
        new("unit::tests::gone", "was renamed", new DateOnly(9999, 12, 31)),
    ];
}
