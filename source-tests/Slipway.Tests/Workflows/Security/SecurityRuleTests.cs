namespace Slipway.Tests.Workflows.Security;

public class SecurityRuleTests
{
    private static readonly Dictionary<string, BadExample> s_badExamples =
        BadExamples.All.Select((example, index) => ($"{example.Rule}, example {index}", example)).ToDictionary();

    public static TheoryData<string> BadExampleNames => [.. s_badExamples.Keys];

    [Theory]
    [MemberData(nameof(BadExampleNames))]
    public void A_rule_finds_its_bad_example_in_the_right_line(string name)
    {
        var example = s_badExamples[name];

        var findings = WorkflowSecurity.Check(example.Name, example.Text);

        var finding = findings.Where(one => one.Rule == example.Rule).ShouldHaveSingleItem($"{example.Rule}: {example.New}");
        finding.File.ShouldBe(example.Name);
        finding.Line.ShouldBe(example.LineNumber, $"{finding}\n{example.Text}");
        finding.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Every_rule_has_a_bad_example() =>
        WorkflowSecurity.RuleNames.Except(BadExamples.All.Select(example => example.Rule)).ShouldBe(["ref-version-mismatch"]);

    [Theory]
    [InlineData("alert.yml", SoundFiles.Alert)]
    [InlineData("ci.yml", SoundFiles.Ci)]
    [InlineData("release.yml", SoundFiles.Release)]
    [InlineData("dependabot.yml", SoundFiles.Dependabot)]
    public void Sound_files_are_left_alone(string name, string text) => WorkflowSecurity.Check(name, text).ShouldBeEmpty();

    [Theory]
    [InlineData("run: ./build.cmd Compile Test --skip", "run: curl -sSfO https://example.com/data.json")]
    [InlineData("run: ./build.cmd Compile Test --skip", "run: test -f a || exit 1")]
    [InlineData("if: ${{ !cancelled() }}", "if: always()")]
    [InlineData("if: ${{ !cancelled() }}", "if: ${{ contains(fromJSON('[\"refs/heads/main\"]'), github.ref) }}")]
    [InlineData("if: ${{ !cancelled() }}", "if: github.ref == 'refs/heads/main' && !cancelled()")]
    [InlineData("JOB_RESULTS: ${{ toJSON(needs) }}", "JOB_RESULTS: ${{ needs.secrets.result }} or 'secrets'")]
    [InlineData("branches: [main]", "branches-ignore: [next]")]
    [InlineData("pull_request:", "merge_group:\n  pull_request:")]
    [InlineData("persist-credentials: false", "persist-credentials: false\n          token: ${{ github.token }}")]
    [InlineData("runs-on: ubuntu-24.04\n", "runs-on: [windows-2025]\n")]
    [InlineData("  cancel-in-progress: true", "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}")]
    public void What_only_looks_like_a_mistake_is_left_alone(string old, string @new) =>
        WorkflowSecurity.Check("ci.yml", new BadExample("", SoundFiles.Ci, old, @new, "").Text).ShouldBeEmpty();

    [Fact]
    public void A_mistake_in_a_longer_script_is_found_in_its_line()
    {
        var text = SoundFiles.Release.Replace("./build.cmd Release --skip", "./build.cmd Release || true", StringComparison.Ordinal);

        WorkflowSecurity.Check("release.yml", text).ShouldHaveSingleItem().ToString()
            .ShouldBe("release.yml:34: swallowed-failure: The script goes on after a failure.");
    }

    [Fact]
    public void What_follows_another_workflow_and_checks_out_nothing_is_left_alone() =>
        WorkflowSecurity.Check("release.yml", SoundFiles.Release
            .Replace("  push:\n    tags: [v*]\n", "  workflow_run:\n    workflows: [ci]\n", StringComparison.Ordinal)
            .Replace("actions/checkout@", "actions/upload-artifact@", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void An_empty_file_is_no_pass() => WorkflowSecurity.Check("ci.yml", "").ShouldHaveSingleItem().Rule.ShouldBe("unreadable");

    [Theory]
    [InlineData("3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "27d5ce7f107fe9357f9df03efb73ab90386fccae # v7.0.1")]
    [InlineData("# v7.0.1", "# v7.0.0")]
    public void One_action_is_of_one_version_over_all_files(string old, string @new)
    {
        var other = SoundFiles.Release.Replace(old, @new, StringComparison.Ordinal);

        WorkflowSecurity.CheckTogether([("ci.yml", SoundFiles.Ci), ("release.yml", SoundFiles.Release)]).ShouldBeEmpty();
        var finding = WorkflowSecurity.CheckTogether([("ci.yml", SoundFiles.Ci), ("release.yml", other)]).ShouldHaveSingleItem();

        (finding.Rule, finding.File, finding.Line).ShouldBe(("ref-version-mismatch", "release.yml", 21));
        finding.Message.ShouldContain("ci.yml:30");
    }

    [Fact]
    public void Actions_in_folders_of_one_repository_are_of_one_version()
    {
        static string Uses(string action, char digit) =>
            SoundFiles.Ci.Replace("Swatinem/rust-cache@6323deb102c322ba6fcbdcafc7e3dddab59af2b6 # v2.9.2", $"{action}@{new string(digit, 40)} # v4.0.0", StringComparison.Ordinal);

        WorkflowSecurity.CheckTogether([("a.yml", Uses("github/codeql-action/init", 'a')), ("b.yml", Uses("github/codeql-action/analyze", 'a'))])
            .ShouldBeEmpty();
        WorkflowSecurity.CheckTogether([("a.yml", Uses("github/codeql-action/init", 'a')), ("b.yml", Uses("github/codeql-action/analyze", 'b'))])
            .ShouldHaveSingleItem().Message.ShouldStartWith("github/codeql-action is");
    }
}
