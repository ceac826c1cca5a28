using System.Text.Json;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

public class SarifTests
{
    [Fact]
    public void Findings_have_rules_places_and_fingerprints()
    {
        var gate = new GateResult(
            "ScanSecrets",
            GateStage.Checks,
            GateVerdict.Fail,
            "2 secrets",
            [],
            [
                new Finding(FindingSeverity.Error, "npm access token: npm_… (40 characters)", "src/a b#ä.rs", 7, Code: "npm-token", Help: "Revoke it.", Fingerprint: new string('a', 64)),
                new Finding(FindingSeverity.Error, "\"quoted\"", "b.rs", 3, 1, 3, 9, "json-web-token"),
                new Finding(FindingSeverity.Warning, "not needed", ".secrets-baseline.json"),
            ],
            TimeSpan.Zero);
        Golden.ShouldMatch(Sarif.Write(gate, "9.0"), "secrets.golden.sarif");
    }

    [Fact]
    public void Nothing_found_is_a_run_without_results()
    {
        var sarif = JsonDocument.Parse(Sarif.Write(new GateResult("Lint", GateStage.Checks, GateVerdict.Pass, null, [], [], TimeSpan.Zero))).RootElement;
        sarif.GetProperty("version").GetString().ShouldBe("2.1.0");
        sarif.GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void No_more_is_written_than_is_taken()
    {
        var findings = Enumerable.Repeat(new Finding(FindingSeverity.Note, "x", "a"), 25_001).ToList();
        var sarif = JsonDocument.Parse(Sarif.Write(new GateResult("Lint", GateStage.Checks, GateVerdict.Pass, null, [], findings, TimeSpan.Zero))).RootElement;
        sarif.GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(25_000);
    }
}
