using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Http;
using Slipway.Processes;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;
using Slipway.Releasing.GitHub;

namespace Slipway.Rehearsal.Tests.Releasing;

public class GitHubReleasesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_sent_again_from_its_beginning_when_GitHub_was_asked_too_much()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.Faults.Add(new Fault("POST", "/api/uploads/**") { SecondaryLimit = 0, Times = 4 });

        (await bench.DraftAsync()).ShouldBeOfType<VerifiedDraft>();

        bench.Calls.Count(call => call.Path.Contains("/api/uploads/", StringComparison.Ordinal)).ShouldBe(7);
        File.ReadLines(bench.JournalFile).Count(line => line.Contains("\"Intent\"", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task A_limit_that_lasts_too_long_is_said_with_the_state()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.Faults.Add(new Fault("POST", "/api/uploads/**") { SecondaryLimit = 3600, Times = 10 });

        var error = await Should.ThrowAsync<SlipwayException>(bench.DraftAsync);

        error.Message.ShouldMatch(@"^GitHub was asked too much, and wants a longer pause than is worth waiting for; draft \d+ for v1\.2\.3 has 0 of 3 assets; next: upload SHA256SUMS\.$");
        error.Hint.ShouldBe("Run the same again in an hour.");
    }

    [Fact]
    public async Task No_more_files_than_lanes_are_on_their_way_at_once()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.Manifest = await bench.MakeAsync("1.2.3", [.. Enumerable.Range(0, 9).Select(number => string.Create(CultureInfo.InvariantCulture, $"caro-1.2.3-{number}.zip"))]);
        bench.Faults.Add(new Fault("POST", "/api/uploads/**") { Delay = TimeSpan.FromMilliseconds(30), Times = 9 });
        var (now, most, gate) = (0, 0, new Lock());
        bench.Around = inner => new Counting(inner, change =>
        {
            lock (gate)
                most = Math.Max(most, now += change);
        });

        await bench.DraftAsync();

        most.ShouldBe(bench.Settings.Lanes);
    }

    [Fact]
    public async Task Where_GitHub_tells_no_digest_the_bytes_are_read()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var draft = (await bench.DraftAsync()).Release;
        var path = string.Create(CultureInfo.InvariantCulture, $"releases/{draft.Id}/assets");
        var assets = (JsonArray)(await bench.AskAsync("GET", path))!;
        foreach (var asset in assets)
            asset!["digest"] = null;
        bench.Faults.Add(new Fault("GET", $"/api/v3/repos/octo/caro/{path}") { Status = 200, Body = assets.ToJsonString(), Headers = Json, Times = 10 });

        (await bench.DraftAsync()).Release.Assets.Select(asset => asset.Sha256).ShouldBe(bench.Manifest.Assets.Select(asset => asset.Sha256));

        bench.Calls.Count(call => call.Method == "POST" && call.Path.Contains("/api/uploads/", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Theory]
    [InlineData("v1.0.0")]
    [InlineData("caro/v1.0.0")]
    public async Task The_commit_of_an_annotated_tag_is_what_it_is_about(string tag)
    {
        using var folder = new TemporaryFolder();
        var git = Git.Get(folder.Path);
        await git.EnsureAsync(Token, "init", "--quiet", "--initial-branch=main", "work");
        string[] identity = ["-C", "work", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false", "-c", "tag.gpgSign=false"];
        await git.EnsureAsync(Token, [.. identity, "commit", "--quiet", "--allow-empty", "--message", "Begin"]);
        await git.EnsureAsync(Token, [.. identity, "tag", "--annotate", "--message", "First", tag]);
        await using var bench = await ReleaseBench.StartAsync(new GitHubOptions { GitRepository = folder / "work" });
        using var releases = bench.Releases();

        (await releases.CommitOfAsync(tag, Token)).ShouldBe(await Git.Get(folder / "work").CommitAsync("HEAD", Token));
        (await releases.CommitOfAsync("v9", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_that_may_not_write_is_said()
    {
        await using var bench = await ReleaseBench.StartAsync(new GitHubOptions { ReadOnlyToken = "reader" });
        bench.Token = "reader";

        var error = await Should.ThrowAsync<SlipwayException>(bench.DraftAsync);

        error.Message.ShouldBe("GitHub does not let the token do this: Resource not accessible by integration; there is no draft for v1.2.3; next: create draft.");
        error.Kind.ShouldBe(ErrorKind.Configuration);
    }

    [Fact]
    public async Task Nothing_that_is_said_or_written_down_has_the_token()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.Faults.Add(new Fault("POST", "/api/uploads/**") { Status = 502 });
        bench.Faults.Add(new Fault("PATCH", "/**") { Cut = true });

        await bench.ReleaseAsync();

        (string.Join('\n', bench.Said) + await File.ReadAllTextAsync(bench.JournalFile, Token)).ShouldNotContain(bench.Token);
        bench.Connection.ToString().ShouldNotContain(bench.Token);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_none()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.Faults.Add(new Fault("GET", "/**") { Delay = TimeSpan.FromMinutes(1), Times = 100 });
        using var http = new HttpClient(new DeadlineHandler(new SocketsHttpHandler(), TimeProvider.System, TimeSpan.FromMilliseconds(50)));

        var error = await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(bench.Server.Address, Token));

        error.Message.ShouldBe("no answer within 0.05 seconds");
    }

    private static readonly System.Collections.Immutable.ImmutableSortedDictionary<string, string> Json =
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("Content-Type", "application/json; charset=utf-8");

    private sealed class Counting(HttpMessageHandler inner, Action<int> count) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var change = request.RequestUri!.AbsolutePath.StartsWith("/api/uploads/", StringComparison.Ordinal) ? 1 : 0;
            count(change);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                count(-change);
            }
        }
    }
}
