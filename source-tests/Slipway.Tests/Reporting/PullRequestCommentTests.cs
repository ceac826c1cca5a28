using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

public class PullRequestCommentTests
{
    private const string Secret = "ghs_TheTokenThatNobodyMaySee";
    private const string Old = PullRequestCommentText.Marker + "\nold\n";
    private const string New = PullRequestCommentText.Marker + "\nnew\n";

    private readonly InstantClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_run_writes_a_comment_the_next_one_updates_it_and_the_same_text_is_left_alone()
    {
        using var github = new LoopbackGitHub().With("Nice work!", "ann", "User");

        (await ShowAsync(github, Old)).ShouldBe(new CommentOutcome(CommentAction.Created));
        github.Bodies.ShouldBe(["Nice work!", Old]);
        (await ShowAsync(github, New)).ShouldBe(new CommentOutcome(CommentAction.Updated));
        github.Bodies.ShouldBe(["Nice work!", New]);
        (await ShowAsync(github, New)).ShouldBe(new CommentOutcome(CommentAction.Unchanged));

        github.Requests.Count(request => !request.StartsWith("GET", StringComparison.Ordinal)).ShouldBe(2);
        github.Tokens.ShouldBe([Secret]);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(250)]
    public async Task The_comment_is_found_behind_any_number_of_others(int others)
    {
        using var github = new LoopbackGitHub();
        for (var number = 0; number < others; number++)
            github.With("LGTM", "ann", "User");
        github.With(Old);

        (await ShowAsync(github, New)).Action.ShouldBe(CommentAction.Updated);

        github.Bodies.Count.ShouldBe(others + 1);
        github.Bodies[^1].ShouldBe(New);
    }

    [Fact]
    public async Task Of_several_comments_the_oldest_is_kept()
    {
        using var github = new LoopbackGitHub().With("first").With(Old).With("between", "ann", "User").With(New).With(Old);

        (await ShowAsync(github, New)).Action.ShouldBe(CommentAction.Updated);

        github.Bodies.ShouldBe(["first", New, "between"]);
    }

    [Fact]
    public async Task Runs_that_write_at_the_same_time_leave_one_comment()
    {
        using var github = new LoopbackGitHub();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ShowAsync(github, New), Token)));

        github.Bodies.ShouldBe([New]);
    }

    [Fact]
    public async Task What_others_write_is_not_touched_whatever_they_quote()
    {
        using var github = new LoopbackGitHub()
            .With(Old, "mallory", "User")
            .With("> " + Old, "ann", "User")
            .With("Seen: " + Old)
            .With(Old, author: "", type: "");

        (await ShowAsync(github, New)).Action.ShouldBe(CommentAction.Created);

        github.Bodies.ShouldBe([Old, "> " + Old, "Seen: " + Old, Old, New]);
    }

    [Fact]
    public async Task The_comment_of_the_tokens_own_user_is_ours()
    {
        using var github = new LoopbackGitHub { User = "ann" }.With(Old, "mallory", "User").With(Old, "Ann", "User");

        (await ShowAsync(github, New)).Action.ShouldBe(CommentAction.Updated);

        github.Bodies.ShouldBe([Old, New]);
    }

    [Theory]
    [InlineData("POST", "403 Forbidden")]
    [InlineData("POST", "404 Not Found")]
    [InlineData("GET", "404 Not Found")]
    public async Task A_token_that_may_not_write_is_said_so_and_not_tried_again(string method, string status)
    {
        using var github = new LoopbackGitHub().But(method, status, body: """{"message":"Resource not accessible by integration"}""");

        var outcome = await ShowAsync(github, New);

        outcome.ShouldBe(new CommentOutcome(
            CommentAction.NotWritten,
            $"the token may not write there ({status[..3]}): from a fork it never may, elsewhere the job needs the permission pull-requests: write"));
        _clock.Waits.ShouldBeEmpty();
        github.Bodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_is_not_valid_is_said_so_and_not_shown()
    {
        using var github = new LoopbackGitHub().But("GET", "401 Unauthorized", body: $$"""{"message":"Bad credentials: {{Secret}}"}""");

        (await ShowAsync(github, New)).Problem.ShouldBe("the token is not valid");
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 17\r\n", 17)]
    [InlineData("403 Forbidden", "retry-after: 18\r\n", 18)]
    [InlineData("429 Too Many Requests", "Retry-After: Wed, 25 Nov 2026 12:00:19 GMT\r\n", 19)]
    [InlineData("403 Forbidden", "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 1795608020\r\n", 20)]
    [InlineData("429 Too Many Requests", "Retry-After: soon\r\n", 1)]
    [InlineData("500 Internal Server Error", "X-RateLimit-Remaining: 9\r\nX-RateLimit-Reset: 1795608020\r\n", 1)]
    public async Task GitHub_is_asked_again_when_it_wants_to_be(string status, string headers, int seconds)
    {
        using var github = new LoopbackGitHub().But("POST", status, headers);

        (await ShowAsync(github, New)).Action.ShouldBe(CommentAction.Created);

        _clock.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
        github.Bodies.ShouldBe([New]);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_not_waited_for()
    {
        using var github = new LoopbackGitHub().But("GET", "429 Too Many Requests", "Retry-After: 3600\r\n");

        (await ShowAsync(github, New)).ShouldBe(new CommentOutcome(CommentAction.NotWritten, "GitHub was asked too often"));

        _clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_in_trouble_is_given_time()
    {
        using var github = new LoopbackGitHub().But("GET", "502 Bad Gateway", body: "<html>", times: 3);

        (await ShowAsync(github, New)).Action.ShouldBe(CommentAction.Created);

        _clock.Waits.Select(wait => wait.TotalSeconds).ShouldBe([1, 2, 4]);
    }

    [Fact]
    public async Task A_server_that_stays_in_trouble_is_given_up()
    {
        using var github = new LoopbackGitHub().But("GET", "500 Internal Server Error", times: 100);

        (await ShowAsync(github, New)).ShouldBe(new CommentOutcome(CommentAction.NotWritten, "GitHub answered 500"));

        github.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_no_second_comment()
    {
        using var github = new LoopbackGitHub().ButCuts("GET").ButCuts("POST");

        (await ShowAsync(github, New)).Action.ShouldBe(CommentAction.Created);

        github.Bodies.ShouldBe([New]);
        // The HTTP client asks again by itself where that is safe.
        _clock.Waits.Count.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_no_second_comment()
    {
        using var github = new LoopbackGitHub().ButCuts("POST", afterEffect: true);

        (await ShowAsync(github, New)).Problem.ShouldBeNull();

        github.Bodies.ShouldBe([New]);
        _clock.Waits.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>A proxy says hello.</html>")]
    [InlineData("[null]")]
    public async Task An_answer_that_is_not_GitHubs_is_no_crash(string body)
    {
        using var github = new LoopbackGitHub().But("GET", "200 OK", body: body);

        (await ShowAsync(github, New)).Problem.ShouldNotBeNull().ShouldStartWith("GitHub could not be asked (");
    }

    [Fact]
    public async Task Nobody_there_is_an_outcome()
    {
        var github = new LoopbackGitHub();
        github.Dispose();

        (await ShowAsync(github, New)).ShouldBe(new CommentOutcome(CommentAction.NotWritten, "GitHub could not be reached"));

        _clock.Waits.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_token_that_no_header_can_hold_is_not_shown()
    {
        using var github = new LoopbackGitHub();

        var outcome = await new PullRequestComment(new GitHubComments(github.Url, $"{Secret}\nmore", "octo/crate", 7), _clock).ShowAsync(New, Token);

        outcome.Action.ShouldBe(CommentAction.NotWritten);
        outcome.Problem.ShouldNotBeNull().ShouldNotContain(Secret);
        github.Bodies.ShouldBeEmpty();
    }

    private Task<CommentOutcome> ShowAsync(LoopbackGitHub github, string text) =>
        new PullRequestComment(new GitHubComments(github.Url, Secret, "octo/crate", 7), _clock).ShowAsync(text, Token);
}
