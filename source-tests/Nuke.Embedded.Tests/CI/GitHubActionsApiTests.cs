using Nuke.Common.CI.GitHubActions;

namespace Nuke.Embedded.Tests.CI;

public class GitHubActionsApiTests
{
    [Fact]
    public async Task A_comment_is_posted_to_the_issue()
    {
        using var server = new Loopback(("201 Created", "{}"));

        await Host(server).CreateComment(7, "Größe: \"1\"");

        var request = server.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("POST /repos/owner/name/issues/7/comments HTTP/1.1\r\n");
        request.ShouldContain("Authorization: Bearer t0ken\r\n");
        request.ShouldEndWith("""{"body":"Größe: \"1\""}""");
    }

    [Fact]
    public async Task A_refused_comment_tells_the_missing_permission_and_not_the_token()
    {
        using var server = new Loopback(("403 Forbidden", "{}"));

        var message = (await Should.ThrowAsync<InvalidOperationException>(() => Host(server).CreateComment(7, "x"))).Message;

        message.ShouldBe($"{server.Url}/repos/owner/name/issues/7/comments answered 403 Forbidden. "
            + "Does the workflow give its token the permission issues: write or pull-requests: write?");
    }

    [Fact]
    public async Task Without_a_token_the_error_says_how_to_hand_it_over()
    {
        var host = new GitHubActions(_ => null, _ => { }, _ => { });

        var message = (await Should.ThrowAsync<InvalidOperationException>(async () => await host.CreateComment(1, "x"))).Message;

        message.ShouldContain("EnableGitHubToken = true");
    }

    [Fact]
    public void The_job_is_the_one_on_this_runner()
    {
        using var server = new Loopback(("200 OK", """
            { "jobs": [
              { "id": 1, "name": "build", "status": "completed", "runner_name": "runner 2" },
              { "id": 98765432101, "name": "Build (linux)", "status": "in_progress", "runner_name": "runner 2" } ] }
            """));

        var host = Host(server);

        host.JobId.ShouldBe(98765432101);
        host.JobId.ShouldBe(98765432101);
        server.Requests.ShouldHaveSingleItem().ShouldStartWith("GET /repos/owner/name/actions/runs/5/attempts/1/jobs?per_page=100&page=1 HTTP/1.1\r\n");
    }

    [Fact]
    public void A_job_that_is_not_listed_is_an_error()
    {
        using var server = new Loopback(("200 OK", """{ "jobs": [] }"""));

        Should.Throw<InvalidOperationException>(() => Host(server).JobId).Message.ShouldBe("GitHub lists no job 'build' for run 5 of owner/name.");
    }

    private static GitHubActions Host(Loopback server)
    {
        var variables = new Dictionary<string, string>
        {
            ["GITHUB_API_URL"] = server.Url,
            ["GITHUB_TOKEN"] = "t0ken",
            ["GITHUB_REPOSITORY"] = "owner/name",
            ["GITHUB_RUN_ID"] = "5",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_JOB"] = "build",
            ["RUNNER_NAME"] = "runner 2",
        };
        return new GitHubActions(variables.GetValueOrDefault, _ => { }, _ => { });
    }
}
