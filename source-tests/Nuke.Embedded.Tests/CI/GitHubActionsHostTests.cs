using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace Nuke.Embedded.Tests.CI;

public class GitHubActionsHostTests
{
    private readonly List<string> _lines = [];
    private readonly List<string> _unmasked = [];
    private readonly Dictionary<string, string> _variables = [];

    [Fact]
    public void Blocks_are_groups()
    {
        using (Host().WriteBlock("Compile"))
            _lines.Add("inside");

        _lines.ShouldBe(["::group::Compile", "inside", "::endgroup::"]);
    }

    [Fact]
    public void Warnings_and_errors_are_annotations_on_one_line()
    {
        Host().ReportWarning("100% sure:\r\nno");
        Host().ReportError("failed", "see log");

        _lines.ShouldBe(["::warning::100%25 sure:%0D%0Ano", "::error::failed%0Asee log"]);
    }

    [Fact]
    public void Annotations_hide_secrets_that_escaping_would_change()
    {
        SecretMask.Add("p%ss-7d1f4c");

        Host().WriteError("key p%ss-7d1f4c refused");

        _lines.ShouldBe(["::error::key *** refused"]);
    }

    [Fact]
    public void Commands_carry_parameters()
    {
        Host().WriteCommand("error", "bad", x =>
        {
            x["file"] = "src/main.rs";
            x["line"] = 7;
            x["title"] = "a:b,c";
            return x;
        });
        Host().Group("a");
        Host().EndGroup("a");
        Host().WriteDebug("d");
        Host().WriteCommand("stop-commands");

        _lines.ShouldBe(["::error file=src/main.rs,line=7,title=a%3Ab%2Cc::bad", "::group::a", "::endgroup::a", "::debug::d", "::stop-commands::"]);
    }

    [Fact]
    public void Each_line_of_a_secret_is_announced_unless_it_is_too_short()
    {
        Host().AnnounceSecret("{\r\nfirst-9%\r\n\r\nsecond-9\n}\n");

        _unmasked.ShouldBe(["::add-mask::first-9%25", "::add-mask::second-9"]);
        _lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("::notice::x", true)]
    [InlineData("##[section]x", true)]
    [InlineData("note: ::x", false)]
    public void Messages_that_are_commands_pass_as_they_are(string message, bool expected)
        => Host().FilterMessage(message).ShouldBe(expected);

    [Theory]
    [InlineData("refs/heads/feature/x", "", "feature/x")]
    [InlineData("refs/pull/7/merge", "topic", "topic")]
    [InlineData("refs/tags/v1.0", "", "refs/tags/v1.0")]
    public void The_branch_is_the_one_pushed_or_the_head_of_the_pull_request(string reference, string head, string expected)
    {
        (_variables["GITHUB_REF"], _variables["GITHUB_HEAD_REF"], _variables["GITHUB_SHA"]) = (reference, head, "abc");

        IBuildServer server = Host();

        server.Branch.ShouldBe(expected);
        server.Commit.ShouldBe("abc");
    }

    [Fact]
    public void The_run_is_known_from_the_environment()
    {
        (_variables["GITHUB_REPOSITORY"], _variables["GITHUB_RUN_ID"], _variables["GITHUB_RUN_ATTEMPT"]) = ("owner/name", "12345678901", "2");
        _variables["GITHUB_STEP_SUMMARY"] = Path.Combine(Path.GetTempPath(), "summary.md");

        Host().Repository.ShouldBe("owner/name");
        Host().RunId.ShouldBe(12345678901);
        Host().RunAttempt.ShouldBe(2);
        Host().StepSummaryFile.Name.ShouldBe("summary.md");
        Host().IsPullRequest.ShouldBeFalse();
        Host().PullRequestNumber.ShouldBeNull();
    }

    [Fact]
    public void A_pull_request_is_known_from_the_event()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{ "action": "opened", "number": 17, "sender": { "login": "ada" } }""");
            (_variables["GITHUB_EVENT_PATH"], _variables["GITHUB_EVENT_NAME"]) = (file, "pull_request");

            Host().PullRequestNumber.ShouldBe(17);
            Host().PullRequestAction.ShouldBe("opened");
            Host().GitHubEvent["sender"]!["login"]!.ToString().ShouldBe("ada");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private GitHubActions Host() => new(_variables.GetValueOrDefault, _lines.Add, _unmasked.Add);
}
