using Slipway.Gates;
using Slipway.Secrets;

namespace Slipway.Tests.Gates;

public class SecretsGateTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    private static readonly SecretFinding InTree = new("npm-token", "npm access token", "src/a.rs", 7, null, true, "npm_… (40 characters)", new string('a', 64));

    private static readonly SecretFinding InCommit = new("jwt", "", "b.rs", 3, "0123456789abcdef0123456789abcdef01234567", false, "eyJh… (90 characters)", new string('b', 64));

    [Fact]
    public void Nothing_found_passes()
    {
        var gate = Judge([], [], []);
        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Stage.ShouldBe(GateStage.Checks);
        gate.Figures.Select(figure => figure.ToString()).ShouldBe(["0 secrets", "0 secrets", "12 files", "2 files"]);
    }

    [Fact]
    public void A_secret_fails_and_says_how_to_mend_it()
    {
        var gate = Judge([InTree, InCommit], [], [], SecretScopes.Tree | SecretScopes.Changes);
        gate.Verdict.ShouldBe(GateVerdict.Fail);
        gate.Reason.ShouldBe("2 secrets");
        gate.Findings[0].ShouldBe(new Finding(
            FindingSeverity.Error,
            "npm access token: npm_… (40 characters)",
            "src/a.rs",
            7,
            Code: "npm-token",
            Help: $"Revoke it first: who has the commit has the secret. Then take it out of the file. If it is none, or is revoked, accept its fingerprint {InTree.Fingerprint} with a reason in .secrets-baseline.json: `--accept-secrets REASON` does.",
            Fingerprint: InTree.Fingerprint));
        gate.Findings[1].Message.ShouldBe("jwt: eyJh… (90 characters), in commit 012345678");
        gate.Findings[1].Line.ShouldBeNull("the line was one of the commit's file");
        gate.Findings[1].Help!.ShouldContain("Then take it out of commit 012345678 (rebase, or git filter-repo).");
    }

    [Fact]
    public void What_is_accepted_or_allowed_passes_until_it_expires()
    {
        var accepted = new AcceptedSecret(InTree.Fingerprint, "revoked", Today);
        var gate = Judge([InTree], [accepted], []);
        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Figures[1].Value.ShouldBe(1);
        gate.Findings.ShouldBeEmpty();

        gate = Judge([InTree], [accepted with { Expires = Today.AddDays(-1) }], []);
        gate.Verdict.ShouldBe(GateVerdict.Fail);
        gate.Findings.ShouldHaveSingleItem().Message.ShouldBe("npm access token: npm_… (40 characters); it was accepted until 2026-04-30");

        foreach (var allowed in new[] { new AllowedFinding("npm-token", null, "x"), new AllowedFinding(null, "src/**", "x"), new AllowedFinding("npm-token", "src/*.rs", "x") })
        {
            Judge([InTree], [], [allowed]).Verdict.ShouldBe(GateVerdict.Pass);
            Judge([InTree], [], [allowed with { Expires = Today.AddDays(-1) }]).Verdict.ShouldBe(GateVerdict.Fail);
        }

        Judge([InTree], [], [new AllowedFinding("jwt", "src/**", "x")]).Verdict.ShouldBe(GateVerdict.Fail);
    }

    [Fact]
    public void What_is_accepted_for_older_commits_does_not_come_back()
    {
        var accepted = new AcceptedSecret(InCommit.Fingerprint, "revoked", Scope: "history");
        Judge([InCommit], [accepted], [], SecretScopes.History).Verdict.ShouldBe(GateVerdict.Pass);
        Judge([InCommit with { IsInTree = true }], [accepted], []).Verdict.ShouldBe(GateVerdict.Fail);
    }

    [Fact]
    public void What_is_not_needed_any_more_is_reported_where_it_would_have_been_found()
    {
        AcceptedSecret[] accepted = [new(InTree.Fingerprint, "revoked"), new(InCommit.Fingerprint, "old", Scope: "history")];
        AllowedFinding[] allowed = [new("jwt", "docs/**", "samples")];
        var gate = Judge([], accepted, allowed);
        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.ShouldAllBe(finding => finding.Severity == FindingSeverity.Warning && finding.File == ".secrets-baseline.json");
        gate.Findings.Select(finding => finding.Message).ShouldBe(
        [
            "the accepted secret aaaaaaaa… (revoked) is not there any more, or only in older commits: then say \"scope\": \"history\"",
            "what is allowed for jwt in docs/** (samples) is not found any more",
        ]);
        Judge([], accepted, allowed, SecretScopes.History).Findings.Count.ShouldBe(3);
        Judge([], accepted, allowed, SecretScopes.Changes).Findings.ShouldBeEmpty();
    }

    private static GateResult Judge(SecretFinding[] findings, AcceptedSecret[] accepted, AllowedFinding[] allowed, SecretScopes scopes = SecretScopes.Tree) =>
        SecretsGate.Judge("ScanSecrets", new SecretScan(scopes, "x", findings, 12, 3, 2, TimeSpan.Zero), SecretBaseline.Of([], accepted, allowed), Today);
}
