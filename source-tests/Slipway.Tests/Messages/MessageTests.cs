using Slipway.Messages;

namespace Slipway.Tests.Messages;

public class MessageTests
{
    private static readonly Dictionary<string, string> OnGitHub = new(StringComparer.Ordinal)
    {
        ["GITHUB_REPOSITORY"] = "octo/caro",
        ["GITHUB_WORKFLOW"] = "nightly",
        ["GITHUB_REF_NAME"] = "main",
        ["GITHUB_SHA"] = new string('c', 40),
        ["GITHUB_RUN_ID"] = "42",
        ["GITHUB_RUN_ATTEMPT"] = "2",
        ["GITHUB_SERVER_URL"] = "https://github.example",
        ["JOB_RESULTS"] = """{ "secrets": { "result": "success" }, "health": { "result": "cancelled" }, "audit": { "result": "failure", "outputs": {} } }""",
    };

    [Fact]
    public void A_team_is_told_which_jobs_failed_where_and_where_to_look() =>
        PlainText.Of(FailedRun.Of(OnGitHub.GetValueOrDefault, ("desk", "Nightly"), []).ToMessage()).ShouldBe("""
            nightly failed in octo/caro (main)

            Failed:
              audit
              health
            Branch or tag: main
            Commit: cccccccccccc
            Attempt: 2
            The run: https://github.example/octo/caro/actions/runs/42

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_run_that_ended_elsewhere_is_told_as_that_run() =>
        PlainText.Of(FailedRun.Of(
            OnGitHub.GetValueOrDefault,
            ("desk", "NotifyOfFailure"),
            ["NotifyOfFailure"],
            """{ "workflow_run": { "id": 77, "name": "ci", "head_branch": "main", "head_sha": "dddddddddddddddd", "run_attempt": 1, "html_url": "https://github.example/octo/caro/actions/runs/77" } }""").ToMessage())
        .ShouldBe("ci failed in octo/caro (main)\n\nBranch or tag: main\nCommit: dddddddddddd\nThe run: https://github.example/octo/caro/actions/runs/77\n");

    [Fact]
    public void A_run_on_a_desk_says_its_targets() =>
        PlainText.Of(FailedRun.Of(_ => null, ("caro", "Nightly"), ["Lint", "Audit"]).ToMessage()).ShouldBe("Nightly failed in caro\n\nFailed:\n  Audit\n  Lint\n");

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"audit\":7}")]
    public void A_team_is_told_also_when_nobody_can_say_which_jobs_failed(string results)
    {
        var variables = new Dictionary<string, string>(OnGitHub, StringComparer.Ordinal) { ["JOB_RESULTS"] = results };

        FailedRun.Of(variables.GetValueOrDefault, ("", ""), []).Failed.ShouldBeEmpty();
    }

    [Fact]
    public void Two_attempts_are_two_messages()
    {
        var first = FailedRun.Of(OnGitHub.GetValueOrDefault, ("", ""), []);

        (first with { Attempt = 3 }).ToMessage().Identity.ShouldNotBe(first.ToMessage().Identity);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("https://discord.com/channels/1/2")]
    [InlineData("http://discord.com/api/webhooks/1/word")]
    [InlineData("/api/webhooks/1/word")]
    public void What_is_no_webhook_is_refused_and_not_repeated(string text)
    {
        var error = Should.Throw<SlipwayException>(() => DiscordWebhook.Parse(text));

        error.Message.ShouldBe("DISCORD_WEBHOOK is not the address of a webhook.");
        error.Explain().ShouldNotContain(text);
    }

    [Fact]
    public void A_text_is_never_cut_within_a_sign()
    {
        var text = string.Concat(Enumerable.Repeat("🚢", 50));

        for (var limit = 10; limit < 40; limit++)
        {
            IsWhole(Excerpt.Line(text, limit)).ShouldBeTrue($"at {limit}");
            IsWhole(Excerpt.Within(text, limit, null)).ShouldBeTrue($"at {limit}");
        }

        static bool IsWhole(string cut) => !cut.Where((sign, index) => char.IsHighSurrogate(sign) && (index + 1 == cut.Length || !char.IsLowSurrogate(cut[index + 1]))).Any();
    }

    [Theory]
    [InlineData("", "a@b.org", "Mail is to be sent, and MAIL_FROM is not set.")]
    [InlineData("a@b.org", "", "Mail is to be sent, and MAIL_TO is not set.")]
    [InlineData("a@b.org", "c@d.org, nobody", "MAIL_TO: 'nobody' is no address.")]
    public void Who_sends_mail_to_whom_is_checked_before_anything_is_sent(string from, string to, string message) =>
        Should.Throw<SlipwayException>(() => new MailSettings("mail.example.org", 587, null, null, from, [to])).Message.ShouldBe(message);

    [Fact]
    public void A_user_of_the_mail_server_needs_a_password() =>
        Should.Throw<SlipwayException>(() => new MailSettings("mail.example.org", 587, "ada", "", "a@b.org", ["c@d.org"])).Message.ShouldBe("There is no password for ada at mail.example.org.");
}
