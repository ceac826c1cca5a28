using System.Text;
using Slipway.Cargo;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

public class GitHubTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_annotation_escapes_what_the_command_language_means_something_by()
    {
        var finding = new Finding(
            FindingSeverity.Error, "100% wrong,\r\nreally: yes", "src/a,b:c.rs", 3, 5, 3, 9, "clippy::x", "mend it");

        GitHubAnnotations.Format(finding, "Lint").ShouldBe(
            "::error file=src/a%2Cb%3Ac.rs,line=3,endLine=3,col=5,endColumn=9,title=Lint%3A clippy%3A%3Ax"
            + "::100%25 wrong,%0D%0Areally: yes%0Amend it");
    }

    [Fact]
    public void Output_of_programs_gives_no_commands() =>
        GitHubAnnotations.Disarm("::stop-commands::x\n a::b\r  ::error::forged\nsee ##[add-mask]y").ShouldBe(
            "| ::stop-commands::x\n a::b\r|   ::error::forged\nsee ## [add-mask]y");

    [Fact]
    public void Columns_are_left_out_when_the_finding_spans_lines()
    {
        var finding = new Finding(FindingSeverity.Warning, "long", "a.rs", 3, 5, 8, 2);

        GitHubAnnotations.Format(finding, "Lint").ShouldBe("::warning file=a.rs,line=3,endLine=8,title=Lint::long");
    }

    [Fact]
    public void A_finding_without_a_place_has_only_a_title() =>
        GitHubAnnotations.Format(new Finding(FindingSeverity.Note, "hm"), "Lint").ShouldBe("::notice title=Lint::hm");

    [Fact]
    public void A_diagnostics_path_is_relative_to_the_repository()
    {
        var diagnostic = new CargoDiagnostic(
            DiagnosticLevel.Error, "E0308", "mismatched types", "/repo/app/src/lib.rs", 2, 5, 2, 10, null, "", "app", "app", true);

        GitHubAnnotations.Format(diagnostic, "/repo").ShouldBe(
            "::error file=app/src/lib.rs,line=2,endLine=2,col=5,endColumn=10,title=app%3A E0308::mismatched types");
    }

    [Fact]
    public void What_GitHub_would_drop_is_counted()
    {
        var errors = Enumerable.Range(1, 14).Select(line => new Finding(FindingSeverity.Error, "e", "a.rs", line));
        var warnings = Enumerable.Range(1, 3).Select(line => new Finding(FindingSeverity.Warning, "w", "a.rs", line));

        var lines = GitHubAnnotations.For(Samples.Lint with { Findings = [.. warnings, .. errors] });

        lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)).ShouldBe(10);
        lines.Count(line => line.StartsWith("::warning ", StringComparison.Ordinal)).ShouldBe(3);
        lines[^1].ShouldBe("::notice::Lint has 4 more findings; all are in gates.json and index.html of the reports, and those of a failure in the summary.");
    }

    [Fact]
    public void Changed_lines_come_before_others_and_errors_before_both()
    {
        var findings = Enumerable.Range(1, 30).Select(line => new Finding(line % 2 == 0 ? FindingSeverity.Warning : FindingSeverity.Error, "m", "a.rs", line, Code: "r"));

        var lines = GitHubAnnotations.For(Samples.Lint with { Findings = [.. findings] }, isChanged: finding => finding.Line >= 29);

        lines.Select(line => line.Split(",title")[0]).ShouldBe(
        [
            "::error file=a.rs,line=29",
            .. Enumerable.Range(0, 9).Select(number => $"::error file=a.rs,line={(number * 2) + 1}"),
            "::warning file=a.rs,line=30",
            .. Enumerable.Range(1, 9).Select(number => $"::warning file=a.rs,line={number * 2}"),
            lines[^1],
        ]);
        lines[^1].ShouldStartWith("::notice::Lint has 10 more findings;");
    }

    [Fact]
    public void A_place_and_rule_are_annotated_once_by_what_is_worst()
    {
        Finding[] findings =
        [
            new(FindingSeverity.Warning, "first", "a.rs", 3, Code: "r"),
            new(FindingSeverity.Error, "second", "a.rs", 3, Code: "r"),
            new(FindingSeverity.Error, "other rule", "a.rs", 3, Code: "s"),
            new(FindingSeverity.Error, "other line", "a.rs", 4, Code: "r"),
            new(FindingSeverity.Error, "one without a place", Code: "r"),
            new(FindingSeverity.Error, "another without a place", Code: "r"),
        ];

        var lines = GitHubAnnotations.For(Samples.Lint with { Findings = findings });

        lines.Select(line => line[(line.LastIndexOf("::", StringComparison.Ordinal) + 2)..]).Take(5).ShouldBe(
            ["second", "other rule", "other line", "one without a place", "another without a place"]);
        lines[5].ShouldStartWith("::notice::Lint has 1 more finding;");
        lines.Count.ShouldBe(6);
    }

    [Fact]
    public void Gates_of_one_step_share_what_GitHub_shows()
    {
        var room = new AnnotationRoom();
        var gate = Samples.Lint with { Findings = [.. Enumerable.Range(1, 7).Select(line => new Finding(FindingSeverity.Error, "m", "a.rs", line))] };

        GitHubAnnotations.For(gate, room).Count.ShouldBe(7);

        var second = GitHubAnnotations.For(gate with { Name = "Format" }, room);
        second.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)).ShouldBe(3);
        second[^1].ShouldStartWith("::notice::Format has 4 more findings;");
    }

    [Fact]
    public async Task A_step_summary_is_appended_to_what_is_there()
    {
        using var project = RustProject.Empty().With("summary.md", "before\n");

        await StepSummary.AppendAsync(project / "summary.md", "after\n", Token);

        (await File.ReadAllTextAsync(project / "summary.md", Token)).ShouldBe("before\nafter\n");
    }

    [Fact]
    public async Task A_step_summary_that_is_too_long_is_cut_at_a_line_with_a_note()
    {
        using var project = RustProject.Empty().With("summary.md", "before\n");
        var text = string.Concat(Enumerable.Repeat("zwölf Zeichen\n", 100_000));

        await StepSummary.AppendAsync(project / "summary.md", text, Token);
        await StepSummary.AppendAsync(project / "summary.md", text, Token);

        var written = await File.ReadAllTextAsync(project / "summary.md", Token);
        Encoding.UTF8.GetByteCount(written).ShouldBeInRange(StepSummary.LimitInBytes - 20, StepSummary.LimitInBytes);
        written.ShouldStartWith("before\nzwölf Zeichen\n");
        written.ShouldEndWith("zwölf Zeichen\n\n\n_The summary is cut here: GitHub shows 1 MiB. The rest is in the reports._\n");
    }
}
