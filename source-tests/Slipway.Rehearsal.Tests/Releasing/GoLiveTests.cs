using System.Globalization;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;
using Slipway.Releasing;
using Slipway.Releasing.GitHub;

namespace Slipway.Rehearsal.Tests.Releasing;

public class GoLiveTests
{
    private const string Patch = "/api/v3/repos/octo/caro/releases/*";

    [Fact]
    public async Task A_draft_becomes_the_latest_release_with_its_tag()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var draft = await bench.DraftAsync();

        var published = await bench.GoLiveAsync();

        published.Release.Id.ShouldBe(draft.Release.Id);
        published.Release.IsDraft.ShouldBeFalse();
        (await bench.LatestAsync()).ShouldBe("v1.2.3");
        ((string?)(await bench.AskAsync("GET", "git/ref/tags/v1.2.3"))!["object"]!["sha"]).ShouldBe(ReleaseBench.Commit);
        bench.Said.Last().ShouldEndWith("with 3 assets at " + published.Release.Page + ".");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_run_only_looks(bool isImmutable)
    {
        await using var bench = await ReleaseBench.StartAsync(new GitHubOptions { ImmutableReleases = isImmutable });
        await bench.ReleaseAsync();
        bench.LoseJournal();
        var (state, calls) = (await bench.StateAsync(), bench.Calls.Count);

        (await bench.GoLiveAsync()).Release.IsImmutable.ShouldBe(isImmutable);

        (await bench.StateAsync()).ShouldBe(state);
        bench.Calls.Skip(calls).ShouldAllBe(call => call.Method == "GET");
    }

    [Theory]
    [InlineData("1.2.3-rc.1")]
    [InlineData("1.2.4")]
    public async Task A_prerelease_and_a_version_for_those_who_stay_behind_are_not_the_latest(string version)
    {
        await using var bench = await ReleaseBench.StartAsync(version: version);
        await bench.MakeReleaseAsync("v2.0.0", draft: false);

        (await bench.ReleaseAsync()).Release.IsPrerelease.ShouldBe(version.Contains('-', StringComparison.Ordinal));

        (await bench.LatestAsync()).ShouldBe("v2.0.0");
    }

    [Fact]
    public async Task A_version_after_prereleases_and_other_things_is_the_latest()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.MakeReleaseAsync("v1.2.2", draft: false);
        await bench.MakeReleaseAsync("v2.0.0-rc.1", draft: false);
        await bench.MakeReleaseAsync("nightly", draft: false);

        await bench.ReleaseAsync();

        (await bench.LatestAsync()).ShouldBe("v1.2.3");
    }

    [Fact]
    public async Task A_draft_without_all_files_is_not_published()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var draft = (await bench.DraftAsync()).Release;
        await bench.AskAsync("DELETE", string.Create(CultureInfo.InvariantCulture, $"releases/assets/{draft.Assets[0].Id}"));

        var error = await Should.ThrowAsync<SlipwayException>(bench.GoLiveAsync);

        error.Message.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"Nothing was published: draft {draft.Id} for v1.2.3 has 2 of 3 assets; next: upload {draft.Assets[0].Name}."));
        error.Hint!.ShouldStartWith("Run Draft");
        bench.Calls.ShouldNotContain(call => call.Method == "PATCH");
    }

    [Fact]
    public async Task Without_a_draft_nothing_is_published()
    {
        await using var bench = await ReleaseBench.StartAsync();

        (await Should.ThrowAsync<SlipwayException>(bench.GoLiveAsync)).Message.ShouldBe("Nothing was published: there is no draft for v1.2.3; next: create draft.");
    }

    [Fact]
    public async Task A_tag_that_was_moved_is_not_published()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.DraftAsync();
        await bench.AskAsync("POST", "git/refs", $$"""{"ref":"refs/tags/v1.2.3","sha":"{{ReleaseBench.OtherCommit}}"}""");

        (await Should.ThrowAsync<SlipwayException>(bench.GoLiveAsync)).Message.ShouldContain("points to dddddddddd");
        bench.Calls.ShouldNotContain(call => call.Method == "PATCH");
    }

    [Fact]
    public async Task A_tag_that_is_burned_says_so()
    {
        await using var bench = await ReleaseBench.StartAsync(new GitHubOptions { ImmutableReleases = true });
        var old = await bench.MakeReleaseAsync(draft: false);
        await bench.AskAsync("DELETE", string.Create(CultureInfo.InvariantCulture, $"releases/{old}"));
        var draft = (await bench.DraftAsync()).Release;

        var error = await Should.ThrowAsync<SlipwayException>(bench.GoLiveAsync);

        error.Message.ShouldBe(string.Create(
            CultureInfo.InvariantCulture,
            $"The tag v1.2.3 belonged to an immutable release once and can never be used again; draft {draft.Id} for v1.2.3 has 3 of 3 assets and is not public."));
        error.Hint!.ShouldContain("release another version");
    }

    [Theory]
    [InlineData("""{"message":"Validation Failed","errors":[{"resource":"Release","code":"already_exists","field":"tag_name"}]}""", "Another release has the tag v1.2.3 already")]
    [InlineData("""{"message":"Validation Failed","errors":[{"resource":"Release","code":"custom","field":"pre_receive","message":"pre_receive Repository rule violations found"}]}""", "A rule of the repository does not let the token make the tag v1.2.3")]
    [InlineData("""{"message":"Moon is full","errors":["It is late"]}""", "GitHub refuses: Moon is full")]
    public async Task What_GitHub_refuses_is_said_with_the_state(string answer, string sentence)
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.DraftAsync();
        bench.Faults.Add(new Fault("PATCH", Patch) { Status = 422, Body = answer });

        var error = await Should.ThrowAsync<SlipwayException>(bench.GoLiveAsync);

        error.Message.ShouldStartWith(sentence);
        error.Message.ShouldEndWith("has 3 of 3 assets and is not public.");
        error.Message.ShouldNotContain("{");
    }

    [Fact]
    public async Task A_token_that_has_expired_says_so()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.DraftAsync();
        bench.Faults.Add(new Fault("PATCH", Patch) { ExpiredToken = true });

        var error = await Should.ThrowAsync<SlipwayException>(bench.GoLiveAsync);

        error.Message.ShouldContain("GitHub does not know the token");
        error.Hint!.ShouldContain("contents: write");
    }

    [Fact]
    public async Task A_GitHub_that_never_publishes_is_left_with_what_is_known()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.DraftAsync();
        bench.Faults.Add(new Fault("PATCH", Patch) { Status = 502, Times = 100 });

        var error = await Should.ThrowAsync<SlipwayException>(bench.GoLiveAsync);

        error.Message.ShouldContain("v1.2.3 is not public yet");
        error.Message.ShouldContain("status 502");
        error.Kind.ShouldBe(ErrorKind.Environment);
    }

    [Fact]
    public async Task A_release_whose_files_are_not_there_is_told_of()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.DraftAsync();
        bench.Faults.Add(new Fault("GET", "/octo/caro/releases/download/v1.2.3/SHA256SUMS.asc") { Status = 404, Times = 100 });

        (await Should.ThrowAsync<SlipwayException>(bench.GoLiveAsync)).Message.ShouldEndWith("SHA256SUMS.asc cannot be downloaded yet.");
    }

    [Fact]
    public async Task The_plan_of_both_steps_is_what_is_left()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var before = await Effects(bench);
        await bench.DraftAsync();
        var between = await Effects(bench);
        await bench.GoLiveAsync();

        before.Select(effect => effect.Name).ShouldBe(["create draft", "upload SHA256SUMS", "upload SHA256SUMS.asc", "upload caro-1.2.3-x86_64-unknown-linux-gnu.tar.gz", "publish the release"]);
        before.Select(effect => effect.IsIrreversible).ShouldBe([false, false, false, false, true]);
        between.Select(effect => effect.Call).ShouldHaveSingleItem().ShouldMatch(@"^PATCH /repos/octo/caro/releases/\d+ draft=false, latest$");
        (await Effects(bench)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_text_of_a_release_can_be_changed_when_nothing_else_can()
    {
        await using var bench = await ReleaseBench.StartAsync(new GitHubOptions { ImmutableReleases = true });
        var release = (await bench.ReleaseAsync()).Release;
        using var releases = bench.Releases();
        bench.Faults.Add(new Fault("PATCH", Patch) { Cut = true, Commits = true });

        await releases.UpdateBodyAsync(release.Id, "Other words.", TestContext.Current.CancellationToken);

        (await releases.FindAsync("v1.2.3", TestContext.Current.CancellationToken))!.Body.Notes.ShouldBe("Other words.");
        (await releases.HasImmutableReleasesAsync(TestContext.Current.CancellationToken)).ShouldBe(true);
        (await releases.GenerateNotesAsync("v1.2.3", ReleaseBench.Commit, "v1.2.2", TestContext.Current.CancellationToken)).ShouldContain("compare/v1.2.2...v1.2.3");
        (await releases.FindAsync("v9.9.9", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static Task<IReadOnlyList<Effect>> Effects(ReleaseBench bench) => bench.RunAsync<IReadOnlyList<Effect>>(async (run, releases, token) =>
    {
        var seen = await releases.ObserveAsync(run.Manifest, null, token);
        return [.. DraftPlan.Of(run.Manifest, seen).Effects, .. GoLivePlan.Of(run.Manifest, seen).Effects];
    });
}
