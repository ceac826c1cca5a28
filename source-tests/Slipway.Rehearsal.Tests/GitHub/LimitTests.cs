using System.Net;
using Octokit;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.GitHub;

public class LimitTests
{
    [Fact]
    public async Task The_limit_of_the_hour_is_kept_and_ends_with_it()
    {
        await using var bench = await Bench.StartAsync(new GitHubOptions { RateLimit = 2 });
        var releases = bench.Client().Repository.Release;
        await releases.GetAll(Bench.Owner, Bench.Name);
        await releases.GetAll(Bench.Owner, Bench.Name);

        await Should.ThrowAsync<RateLimitExceededException>(() => releases.GetAll(Bench.Owner, Bench.Name));
        (await bench.Client().RateLimit.GetRateLimits()).Resources.Core.Remaining.ShouldBe(0);
        bench.Time.Advance(TimeSpan.FromHours(1));
        (await releases.GetAll(Bench.Owner, Bench.Name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_many_writes_in_a_minute_meet_the_secondary_limit()
    {
        await using var bench = await Bench.StartAsync(new GitHubOptions { WritesPerMinute = 1 });
        await bench.DraftAsync();

        await Should.ThrowAsync<SecondaryRateLimitExceededException>(() => bench.DraftAsync());
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        (await bench.DraftAsync()).Draft.ShouldBeTrue();
    }

    [Fact]
    public async Task A_planned_secondary_limit_says_how_long_to_wait()
    {
        await using var bench = await Bench.StartAsync();
        bench.Faults.Add(new Fault("GET", "/**") { SecondaryLimit = 7 });

        using var refused = await bench.GetAsync("releases");
        using var taken = await bench.GetAsync("releases");

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        refused.Headers.GetValues("X-GitHub-Request-Id").ShouldHaveSingleItem();
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again_and_costs_nothing()
    {
        await using var bench = await Bench.StartAsync();
        await bench.DraftAsync();
        using var first = await bench.GetAsync("releases");
        using var request = new HttpRequestMessage(HttpMethod.Get, "releases");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await bench.Http.SendAsync(request, TestContext.Current.CancellationToken);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.GetValues("X-RateLimit-Used").ShouldBe(first.Headers.GetValues("X-RateLimit-Used"));
    }

    [Fact]
    public async Task Tokens_are_checked()
    {
        await using var bench = await Bench.StartAsync(new GitHubOptions { ReadOnlyToken = "reader" });
        var release = new NewRelease("v1.0.0") { Draft = true };

        await Should.ThrowAsync<AuthorizationException>(() => bench.Client("wrong").Repository.Release.GetAll(Bench.Owner, Bench.Name));
        await Should.ThrowAsync<AuthorizationException>(() => bench.Client(token: null).Repository.Release.Create(Bench.Owner, Bench.Name, release));
        (await Should.ThrowAsync<ForbiddenException>(() => bench.Client("reader").Repository.Release.Create(Bench.Owner, Bench.Name, release)))
            .Message.ShouldBe("Resource not accessible by integration");
        bench.Faults.Add(new Fault("GET", "/**") { ExpiredToken = true });
        await Should.ThrowAsync<AuthorizationException>(() => bench.Client().Repository.Release.GetAll(Bench.Owner, Bench.Name));
    }
}
