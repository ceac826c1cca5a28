using Slipway.Analysis;
using Slipway.Analysis.Alerts;
using Slipway.Analysis.Rules;
using Slipway.Analysis.Unsafe;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Gates;

public class AnalysisGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly BaseCommit Commit = new("0123456789abcdef0123456789abcdef01234567", "merge base with main");

    [Fact]
    public void New_findings_fail_from_the_level_on_and_old_ones_are_listed()
    {
        var (old, fresh, note) = (Issue("clippy::mem_forget", 3), Issue("slipway::temp_dir", 7), Issue("clippy::unwrap_used", 9));
        var gate = Judge([old, fresh, note], known: [old]);
        gate.Verdict.ShouldBe(GateVerdict.Fail);
        gate.Reason.ShouldBe("1 new finding");
        gate.Findings.Select(finding => (finding.Severity, finding.Line)).ShouldBe([(FindingSeverity.Error, 7), (FindingSeverity.Note, 3), (FindingSeverity.Note, 9)]);
        gate.Findings[0].Help.ShouldNotBeNull().ShouldContain("new AllowedIssue(\"slipway::temp_dir\", \"src/lib.rs\", \"…\")");
        gate.Findings[0].Fingerprint.ShouldBe("f7:1");
        gate.Findings[1].Message.ShouldEndWith("012345678 (merge base with main) has it already");
        gate.Figures.Single(figure => figure.Name == "new").ShouldBe(new Figure("new", 1, "findings", Threshold.AtMost(0, "the default")));
    }

    [Theory]
    [InlineData(AnalysisLevel.Note, 3)]
    [InlineData(AnalysisLevel.Warning, 2)]
    [InlineData(AnalysisLevel.Error, 1)]
    [InlineData(AnalysisLevel.Off, 0)]
    public void The_level_can_be_set(AnalysisLevel level, int failing)
    {
        var gate = Judge([Issue("slipway::shell_command", 1), Issue("clippy::mem_forget", 2), Issue("clippy::unwrap_used", 3)], known: [], AnalysisPolicy.Default with { FailsFrom = level });
        gate.Figures[0].Value.ShouldBe(failing);
        gate.Findings.Count(finding => finding.Severity == FindingSeverity.Error).ShouldBe(failing);
    }

    [Fact]
    public void Without_a_base_errors_fail_and_the_gate_says_so()
    {
        var gate = Judge([Issue("slipway::shell_command", 1), Issue("clippy::mem_forget", 2)], known: null);
        gate.Reason.ShouldBe("1 finding");
        gate.Findings.Select(finding => finding.Severity).ShouldBe([FindingSeverity.Error, FindingSeverity.Warning, FindingSeverity.Warning]);
        gate.Findings[2].Message.ShouldBe("nobody can say what is new, so that all errors count and no warning does: the clone is shallow");
        Judge([Issue("clippy::mem_forget", 2)], known: null).Verdict.ShouldBe(GateVerdict.Pass);
    }

    [Fact]
    public void Notes_are_one_finding_for_each_rule()
    {
        var gate = Judge([.. Enumerable.Range(1, 5).Select(line => Issue("clippy::unwrap_used", line)), Issue("clippy::panic", 9)], known: []);
        gate.Findings.Select(finding => finding.Message).ShouldBe(
        [
            "it panics: 1 place, caro/src/lib.rs:9",
            "it panics when there is nothing: 5 places, caro/src/lib.rs:1, caro/src/lib.rs:2, caro/src/lib.rs:3, …",
        ]);
    }

    [Fact]
    public void What_is_allowed_counts_again_after_its_day_and_never_without_a_reason()
    {
        GateResult With(AllowedIssue allowed) => Judge([Issue("slipway::shell_command", 1)], known: [], AnalysisPolicy.Default with { Allowed = [allowed] });

        var gate = With(new("slipway::shell_command", "src/**", "the user's own text", Today));
        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.ShouldHaveSingleItem().Message.ShouldBe("slipway::shell_command in src/** is allowed until 2026-11-25, in 1 place: the user's own text");
        gate = With(new("slipway::shell_command", "src/*.rs", "the user's own text", Today.AddDays(-1)));
        gate.Findings.ShouldHaveSingleItem().Message.ShouldEndWith("; it was allowed until 2026-11-24");
        With(new("slipway::shell_command", "src/*.rs", " ")).Findings.Select(finding => finding.Severity).ShouldBe([FindingSeverity.Error, FindingSeverity.Warning]);
        With(new("slipway::shell_command", "tests/**", "no")).Findings[1].Message.ShouldBe("slipway::shell_command in tests/** is allowed, and is not found");
    }

    [Fact]
    public void Severe_alerts_fail_and_what_could_not_be_asked_is_told()
    {
        CodeScanningAlert[] alerts = [new(4, "rust/x", "high", "Bad.", "src/a.rs", 3, "https://example.com/4"), new(5, "rust/y", "medium", "Less.", null, null, null)];
        var gate = Judge([], known: [], alerts: new CodeScanningAnswer(alerts, null));
        gate.Reason.ShouldBe("1 alert of CodeQL");
        gate.Findings.Select(finding => finding.Severity).ShouldBe([FindingSeverity.Error, FindingSeverity.Note]);
        gate.Findings[0].Help.ShouldNotBeNull().ShouldContain("https://example.com/4");
        gate = Judge([], known: [], alerts: CodeScanningAnswer.Without("the token is not valid"));
        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.ShouldHaveSingleItem().Message.ShouldBe("CodeQL's alerts were not looked at: the token is not valid");
        gate.Figures.ShouldNotContain(figure => figure.Name.Contains("CodeQL", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clippy_that_fails_fails() =>
        AnalysisGate.Judge(Facts(new AnalysisRun([], [], "killed"), []), AnalysisPolicy.Default, null, Today, "/r").Reason.ShouldBe("clippy failed");

    [Fact]
    public void Unsafe_is_counted_by_crate_and_kind()
    {
        UnsafeUse[] uses = [new("a", "a/x.rs", 1, 1, UnsafeKind.Block, true), new("a", "a/x.rs", 5, 1, UnsafeKind.Block, false), new("a", "a/x.rs", 9, 1, UnsafeKind.Trait, true), new("b", "b.rs", 2, 1, UnsafeKind.Function, true)];
        var gate = AnalysisGate.Judge(Facts(new AnalysisRun([], [], null), []) with { Unsafe = uses }, AnalysisPolicy.Default, null, Today, "/r");
        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.Select(finding => finding.Message).ShouldBe(
        [
            "a has unsafe code: 2 blocks, 1 trait; without a reason: a/x.rs:5",
            "b has unsafe code: 1 function; a comment says why of each",
        ]);
        gate.Figures.Where(figure => figure.Unit == "places").Select(figure => figure.Value).ShouldBe([4, 1]);
    }

    [Fact]
    public void Code_scanning_gets_every_place_with_rules_and_fingerprints()
    {
        var facts = Facts(new AnalysisRun([Issue("clippy::unwrap_used", 3), Issue("clippy::unwrap_used", 4), Issue("slipway::shell_command", 9)], [], null), [])
            with
        { Unsafe = [new("caro", "src/lib.rs", 12, 5, UnsafeKind.Block, false)] };
        var rules = AnalysisRules.All.ToDictionary(rule => rule.Id, rule => new SarifRule(rule.Why, rule.Link, rule.Severity));
        Golden.ShouldMatch(Sarif.Write(AnalysisGate.Detail(facts, AnalysisPolicy.Default, Today, "/r"), rules), "analysis.golden.sarif");
    }

    [Fact]
    public void Every_rule_says_what_can_happen_and_is_there_once()
    {
        AnalysisRules.All.Select(rule => rule.Id).ShouldBeUnique();
        AnalysisRules.All.ShouldAllBe(rule => rule.Why.Length > 0 && rule.Severity == null || rule.Severity >= 0.1 && rule.Severity <= 10);
        AnalysisRules.All.Where(rule => !rule.IsLint).ShouldAllBe(rule => rule.Help != null);
        AnalysisRules.Find("clippy::mem_forget")!.Link.ShouldBe("https://rust-lang.github.io/rust-clippy/stable/index.html#mem_forget");
    }

    [Fact]
    public async Task Clippy_knows_every_lint()
    {
        using var project = RustProject.Library("empty", "//! E.\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, TestContext.Current.CancellationToken);
        var command = new ClippyAnalysis(project / "settings", AnalysisPolicy.Default.With("clippy::as_conversions", AnalysisLevel.Note)).Ask(CargoCommand.Clippy.WithWorkspace(workspace));
        var run = await command.ExecuteAsync(cancellationToken: TestContext.Current.CancellationToken);
        run.EnsureSuccess().Diagnostics.Select(diagnostic => diagnostic.Message).ShouldBeEmpty();
    }

    private static GateResult Judge(IReadOnlyList<AnalysisIssue> issues, IReadOnlyList<AnalysisIssue>? known, AnalysisPolicy? policy = null, CodeScanningAnswer? alerts = null) =>
        AnalysisGate.Judge(Facts(new AnalysisRun(issues, [], null), known, alerts), policy ?? AnalysisPolicy.Default, "the default", Today, "/r");

    private static AnalysisFacts Facts(AnalysisRun run, IReadOnlyList<AnalysisIssue>? known, CodeScanningAnswer? alerts = null) => new(
        "/r/caro",
        run,
        [],
        known is null ? null : new BaseIssues(Commit, [.. known.Select(issue => issue.Known)], isStored: false),
        known is null ? "the clone is shallow" : null,
        alerts ?? new CodeScanningAnswer([], null),
        TimeSpan.FromSeconds(1));

    private static AnalysisIssue Issue(string rule, int line) => new(
        AnalysisRules.Find(rule)!, "it is there", "src/lib.rs", line, 5, line, 9, null, $"h{line}", $"f{line}:1");
}
