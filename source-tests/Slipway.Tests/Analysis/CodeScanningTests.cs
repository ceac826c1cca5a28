using System.Text.Json.Nodes;
using Slipway.Analysis.Alerts;
using Slipway.Tests.Reporting;

namespace Slipway.Tests.Analysis;

/// <summary>CodeQL's alerts, over HTTP.</summary>
public class CodeScanningTests
{
    [Fact]
    public async Task All_pages_are_read()
    {
        using var github = new LoopbackGitHub { Alerts = [.. Enumerable.Range(1, 205).Reverse().Select(number => Alert(number, number == 7 ? "critical" : "low"))] };
        var answer = await ReadAsync(github);
        answer.Problem.ShouldBeNull();
        answer.Alerts.Select(alert => alert.Number).ShouldBe(Enumerable.Range(1, 205).Select(number => (long)number));
        answer.Alerts.Single(alert => alert.IsSevere).ShouldBe(new CodeScanningAlert(7, "rust/path-injection", "critical", "This path is the user's.", "src/main.rs", 12, "https://github.com/octo/crate/security/code-scanning/7"));
        github.Requests.Count.ShouldBe(3);
        github.Requests[0].ShouldBe("GET /repos/octo/crate/code-scanning/alerts?state=open&tool_name=CodeQL&per_page=100&page=1");
        github.Tokens.ShouldBe(["a-token"]);
    }

    [Theory]
    [InlineData("401 Unauthorized", "the token is not valid")]
    [InlineData("403 Forbidden", "security-events: read")]
    [InlineData("404 Not Found", "has analyzed nothing yet")]
    [InlineData("418 Teapot", "GitHub answered 418")]
    public async Task A_refusal_is_a_reason_without_the_servers_words(string status, string reason)
    {
        using var github = new LoopbackGitHub { Alerts = [] }.But("GET", status, body: """{"message":"a-token"}""");
        var answer = await ReadAsync(github);
        answer.Problem.ShouldNotBeNull().ShouldContain(reason);
        answer.Problem.ShouldNotContain("a-token");
        github.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_passes_is_asked_again()
    {
        using var github = new LoopbackGitHub { Alerts = [Alert(1, "high")] }.But("GET", "502 Bad Gateway").ButCuts("GET");
        (await ReadAsync(github)).Alerts.ShouldHaveSingleItem().IsSevere.ShouldBeTrue();
    }

    [Fact]
    public async Task What_does_not_pass_is_a_reason()
    {
        using var github = new LoopbackGitHub { Alerts = [] }.But("GET", "503 Service Unavailable", times: 3);
        (await ReadAsync(github)).Problem.ShouldBe("GitHub answered 503");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("[{\"number\":\"1\"}]")]
    [InlineData("[{\"number\":1,\"rule\":{\"id\"")]
    [InlineData("[{\"number\":1,\"most_recent_instance\":{\"location\":{\"start_line\":1e99}}}]")]
    public async Task An_answer_that_is_none_is_a_reason(string body)
    {
        using var github = new LoopbackGitHub { Alerts = [] }.But("GET", "200 OK", body: body);
        (await ReadAsync(github)).Problem.ShouldBe("GitHub's answer is no list of alerts");
    }

    [Fact]
    public async Task What_an_alert_lacks_is_made_up_for()
    {
        using var github = new LoopbackGitHub { Alerts = [new JsonObject { ["number"] = 3, ["rule"] = null, ["most_recent_instance"] = new JsonArray() }] };
        (await ReadAsync(github)).Alerts.ShouldBe([new CodeScanningAlert(3, "codeql", null, "an alert", null, null, null)]);
    }

    private static async Task<CodeScanningAnswer> ReadAsync(LoopbackGitHub github)
    {
        using var alerts = new CodeScanning(github.Url, "a-token", "octo/crate", new InstantClock());
        return await alerts.ReadAsync(TestContext.Current.CancellationToken);
    }

    private static JsonObject Alert(int number, string severity) => new()
    {
        ["number"] = number,
        ["html_url"] = $"https://github.com/octo/crate/security/code-scanning/{number}",
        ["rule"] = new JsonObject { ["id"] = "rust/path-injection", ["severity"] = "error", ["security_severity_level"] = severity, ["description"] = "Path injection" },
        ["most_recent_instance"] = new JsonObject
        {
            ["message"] = new JsonObject { ["text"] = "This path is the user's." },
            ["location"] = new JsonObject { ["path"] = "src/main.rs", ["start_line"] = 12 },
        },
    };
}
