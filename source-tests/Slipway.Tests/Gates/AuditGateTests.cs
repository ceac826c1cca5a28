using Slipway.Audit;
using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Audit.Policies;
using Slipway.Audit.Scores;
using Slipway.Base;
using Slipway.Gates;
using Slipway.Tests.Audit;

namespace Slipway.Tests.Gates;

public class AuditGateTests
{
    private const string Low = "cvss = \"CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N\"";
    private const string Id = "RUSTSEC-2026-0001";

    private static readonly DateOnly Today = new(2026, 9, 1);
    private static readonly AdvisoryDatabase Database = new("/db", "0123456789abcdef", TimeSpan.FromHours(30));
    private static readonly BaseCommit Commit = new("fedcba9876543210", "merge base with main");

    [Fact]
    public void A_vulnerability_that_nobody_has_scored_fails_as_high()
    {
        var gate = Judge(Facts(Crates.Advisory(Id, "json")));

        gate.Verdict.ShouldBe(GateVerdict.Fail);
        gate.Reason.ShouldBe("1 finding against crates");
        var finding = gate.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        finding.Message.ShouldBe("json 1.2.3: It overflows (high: nobody has scored it); in the tree as tool > web > json 1.2.3");
        (finding.File, finding.Line, finding.Code).ShouldBe(("Cargo.lock", 6, Id));
        finding.Help.ShouldBe($"Mended in >= 1.2.4: `cargo update -p json --precise 1.2.4`. https://rustsec.org/advisories/{Id}");
        gate.Findings.Single(other => other.Severity == FindingSeverity.Note).Message.ShouldBe("advisories of commit 012345678, 30 hours old");
        Figures(gate).ShouldBe("packages 2, vulnerabilities 1, critical 0, high 1, medium 0, low 0, findings 1, warnings 0, age of the advisories 1.2");
    }

    [Theory]
    [InlineData("categories = [\"malicious\"]", "critical, a malicious crate", true)]
    [InlineData("cvss = \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"", "critical, CVSS 9.8", true)]
    [InlineData("cvss = \"CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:P/VC:H/VI:L/VA:L/SC:L/SI:L/SA:L\"", "high, CVSS 7.0", true)]
    [InlineData("cvss = \"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:L/SA:N\"", "medium, CVSS 6.9", false)]
    [InlineData("cvss = \"CVSS:3.1/nonsense\"", "high: its CVSS vector cannot be computed", true)]
    [InlineData(Low, "low, CVSS 3.1", false)]
    [InlineData("informational = \"unsound\"", "unsound", false)]
    [InlineData("informational = \"unmaintained\"", "unmaintained", false)]
    [InlineData("informational = \"notice\"", "notice", false)]
    public void High_and_critical_fail_and_the_rest_is_warned_of(string more, string says, bool fails)
    {
        var gate = Judge(Facts(Crates.Advisory(Id, "json", more)));

        gate.Verdict.ShouldBe(fails ? GateVerdict.Fail : GateVerdict.Pass);
        gate.Findings.Single(finding => finding.Severity == (fails ? FindingSeverity.Error : FindingSeverity.Warning)).Message.ShouldContain($"It overflows ({says})");
    }

    [Fact]
    public void The_policy_says_what_fails()
    {
        var strict = AuditPolicy.Default with { FailsFrom = Severity.Low, Unsound = AuditAction.Fail, Unmaintained = AuditAction.Allow, Yanked = AuditAction.Fail };

        Judge(Facts(Crates.Advisory(Id, "json", Low)), strict).Verdict.ShouldBe(GateVerdict.Fail);
        Judge(Facts(Crates.Advisory(Id, "json", Low)), strict with { FailsFrom = Severity.Medium }).Verdict.ShouldBe(GateVerdict.Pass);
        Judge(Facts(Crates.Advisory(Id, "json", "informational = \"unsound\"")), strict).Verdict.ShouldBe(GateVerdict.Fail);
        Judge(Facts(Crates.Advisory(Id, "json", "informational = \"unmaintained\"")), strict).Findings.ShouldAllBe(finding => finding.Code == null);
        var facts = Facts();
        facts = facts with { Hits = [new AuditHit(facts.Lock.Packages[0], AdvisoryKind.Yanked, null)] };
        Judge(facts).Verdict.ShouldBe(GateVerdict.Pass);
        var yanked = Judge(facts, strict).Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        (yanked.Message, yanked.Help).ShouldBe(("json 1.2.3 was yanked by its authors; in the tree as tool > web > json 1.2.3", "Take another version: `cargo update -p json`."));
    }

    [Theory]
    [InlineData("patched = []", "No version mends it: replace the crate, or ignore the advisory with a reason and a day.")]
    [InlineData("patched = [\">= 2.0.0\"]", "Mended in >= 2.0.0, which is not compatible: update or replace web, which needs it.")]
    [InlineData("patched = [\"^1.1.9\", \">= 2.0.0\"]\nunaffected = [\"= 1.0.0\"]", null)]
    [InlineData("patched = [\">= 2.0.0\", \"^1.3\"]", "Mended in >= 2.0.0 or ^1.3: `cargo update -p json --precise 1.3.0`.")]
    [InlineData("patched = [\"> 1.2.3\"]", "Mended in > 1.2.3: `cargo update -p json`.")]
    public void A_finding_says_what_mends_it(string versions, string? help)
    {
        var gate = Judge(Facts(Crates.Advisory(Id, "json", versions: versions)));

        if (help is null)
            gate.Verdict.ShouldBe(GateVerdict.Pass);
        else
            gate.Findings.Single(finding => finding.Severity == FindingSeverity.Error).Help.ShouldStartWith(help);
    }

    [Fact]
    public void One_of_several_versions_is_named_with_its_version()
    {
        var gate = Judge(Facts(Crates.Lock(more: Crates.Package("json", "2.0.0")).Replace(" \"json\",", " \"json 1.2.3\",", StringComparison.Ordinal), Crates.Advisory(Id, "json", versions: "patched = [\"^1.2.4\", \">= 2.0.0\"]")));

        gate.Findings.Single(finding => finding.Severity == FindingSeverity.Error).Help.ShouldNotBeNull().ShouldContain("`cargo update -p json@1.2.3 --precise 1.2.4`");
    }

    [Fact]
    public void A_crate_of_the_same_name_that_is_not_from_crates_io_is_another_one() =>
        Judge(Facts(Crates.Lock().Replace(Crates.Registry, "sparse+https://crates.company/index/", StringComparison.Ordinal), Crates.Advisory(Id, "json"))).Verdict.ShouldBe(GateVerdict.Pass);

    [Theory]
    [InlineData(Id, "only on Windows", "2026-09-01", true, FindingSeverity.Note, "is ignored until 2026-09-01: only on Windows")]
    [InlineData("CVE-2026-1", "only on Windows", "2026-09-01", true, FindingSeverity.Note, "is ignored until 2026-09-01: only on Windows")]
    [InlineData(Id, "only on Windows", "2026-08-31", false, FindingSeverity.Error, "(high: nobody has scored it); it was ignored until 2026-08-31; in the tree as")]
    [InlineData(Id, null, null, true, FindingSeverity.Warning, "is ignored without a reason")]
    [InlineData(Id, "only on Windows", null, true, FindingSeverity.Warning, "is ignored forever: only on Windows")]
    [InlineData("RUSTSEC-2026-0009", "only on Windows", "2026-09-01", false, FindingSeverity.Warning, "RUSTSEC-2026-0009 is ignored, and is not found")]
    public void What_is_ignored_has_a_reason_and_a_day_and_is_found(string id, string? reason, string? until, bool passes, FindingSeverity severity, string message)
    {
        var ignored = new IgnoredAdvisory(id, reason, until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        var gate = Judge(Facts(Crates.Advisory(Id, "json", "aliases = [\"CVE-2026-1\"]")), AuditPolicy.Default with { Ignored = [ignored] });

        gate.Verdict.ShouldBe(passes ? GateVerdict.Pass : GateVerdict.Fail);
        gate.Findings.Where(finding => finding.Severity == severity).ShouldContain(finding => finding.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Against_a_base_only_what_is_new_fails()
    {
        var facts = Facts(Crates.Lock(), Crates.Advisory(Id, "json"), Crates.Advisory("RUSTSEC-2026-0002", "web", versions: ""));
        // Another version of the crate has the same advisory there.
        var old = LockFile.Parse(Crates.Lock("1.2.0"), "Cargo.lock");
        facts = facts with { Base = new AuditBase(Commit, old, [facts.Hits[0] with { Package = old.Packages[0] }]) };

        var gate = Judge(facts);

        gate.Reason.ShouldBe("1 new finding against crates");
        gate.Findings.Single(finding => finding.Severity == FindingSeverity.Error).Code.ShouldBe("RUSTSEC-2026-0002");
        gate.Findings.Single(finding => finding.Severity == FindingSeverity.Warning).Message.ShouldContain("; fedcba987 (merge base with main) has it already; in the tree as");
        Judge(facts with { Base = new AuditBase(Commit, old, facts.Hits) }).Verdict.ShouldBe(GateVerdict.Pass);
        Judge(facts with { Base = null, WhyNoBase = "the clone is shallow" }).Findings.ShouldContain(finding => finding.Message == "all findings count, and not only new ones: the clone is shallow");
    }

    [Fact]
    public void Licences_bans_and_sources_fail_and_old_ones_are_warned_of()
    {
        var facts = Facts(Crates.Lock(more: Crates.Package("ours", "1.0.0", source: "git+https://github.com/org/ours#01") + Crates.Package("json", "2.0.0")).Replace(" \"json\",", " \"json 1.2.3\",", StringComparison.Ordinal))
            with
        { Licences = new Dictionary<(string, string), string?> { [("json", "1.2.3")] = "GPL-3.0-only", [("web", "0.4.0")] = null, [("json", "2.0.0")] = "MIT" } };
        var policy = AuditPolicy.Default with
        {
            Licences = new LicencePolicy(["MIT"]),
            Banned = [new BannedCrate("web", Reason: "slow")],
            MultipleVersions = AuditAction.Warn,
            Sources = new SourcePolicy([], []),
        };

        var gate = Judge(facts, policy);

        gate.Findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => $"{finding.Code}: {finding.Message.Split("; ")[0]}").ShouldBe(
        [
            "licenses: json 1.2.3: its licence is GPL-3.0-only, which is not allowed",
            "licenses: web 0.4.0: it names no licence",
            "bans: web 0.4.0: the crate is banned: slow",
            "sources: ours 1.0.0: it comes from the repository https://github.com/org/ours, which is not allowed",
        ]);
        gate.Findings.Single(finding => finding.Severity == FindingSeverity.Warning).Message.ShouldStartWith("json 1.2.3: the crate is there in 2 versions: 1.2.3, 2.0.0");
        var same = Judge(facts with { Base = new AuditBase(Commit, facts.Lock, []) }, policy);
        (same.Verdict, same.Findings.Count(finding => finding.Severity == FindingSeverity.Warning)).ShouldBe((GateVerdict.Pass, 5));
    }

    [Fact]
    public void Without_crates_of_others_there_is_nothing_to_look_up()
    {
        var gate = Judge(new AuditFacts(LockFile.Parse("version = 4\n", "/r/Cargo.lock"), [], null, null, []));

        (gate.Verdict, gate.Findings.Single().Message).ShouldBe((GateVerdict.Pass, "no crate comes from elsewhere, so that no advisory can be about one"));
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        var facts = Facts() with { UnknownYanked = 2, SilentlyIgnored = ["RUSTSEC-2026-0007"], Database = Database with { Problem = "no network", IsChanged = true }, Source = "cargo-audit" };

        var gate = AuditGate.Judge(facts, AuditPolicy.Default, [("output.format", new SourceLocation("/r/.cargo/audit.toml", 5))], Today, "/r");

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.Select(finding => finding.Message).ShouldBe(
        [
            "'output.format' is not used by this gate",
            "cargo-audit with advisories of commit 012345678 with changes, 30 hours old",
            "the advisories could not be fetched, and are 30 hours old: no network",
            "whether 2 packages were yanked is not known here: cargo has not asked the registry yet",
            "RUSTSEC-2026-0007 is ignored by cargo-audit's own configuration",
        ]);
    }

    private static GateResult Judge(AuditFacts facts, AuditPolicy? policy = null) => AuditGate.Judge(facts, policy ?? AuditPolicy.Default, [], Today, "/r");

    private static AuditFacts Facts(params string[] advisories) =>
        advisories is [var text, ..] && text.Contains("[[package]]", StringComparison.Ordinal) ? Facts(text, advisories[1..], 0) : Facts(Crates.Lock(), advisories, 0);

    private static AuditFacts Facts(string text, string[] advisories, int unknown)
    {
        var file = LockFile.Parse(text, "/r/Cargo.lock");
        var index = new AdvisoryIndex(AdvisoryIndex.CurrentVersion, Database.Commit, [.. advisories.Select(Crates.Read)]);
        return new AuditFacts(file, ["tool"], Database, null, [.. index.Find(file)], unknown);
    }

    private static string Figures(GateResult gate) => string.Join(", ", gate.Figures.Select(figure => FormattableString.Invariant($"{figure.Name} {figure.Value:0.#}")));
}
