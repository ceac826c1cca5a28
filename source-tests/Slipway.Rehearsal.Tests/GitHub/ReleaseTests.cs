using Octokit;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.GitHub;

public class ReleaseTests
{
    [Fact]
    public async Task A_draft_makes_no_tag_is_hidden_by_its_tag_and_from_those_who_only_read()
    {
        await using var bench = await Bench.StartAsync(new GitHubOptions { ReadOnlyToken = "reader" });
        var draft = await bench.DraftAsync();

        draft.Draft.ShouldBeTrue();
        (await bench.Client().Repository.Release.Get(Bench.Owner, Bench.Name, draft.Id)).TagName.ShouldBe("v1.0.0");
        (await bench.Client().Repository.Release.GetAll(Bench.Owner, Bench.Name)).ShouldHaveSingleItem();
        (await bench.Client("reader").Repository.Release.GetAll(Bench.Owner, Bench.Name)).ShouldBeEmpty();
        (await bench.Client(token: null).Repository.Release.GetAll(Bench.Owner, Bench.Name)).ShouldBeEmpty();
        await Should.ThrowAsync<NotFoundException>(() => bench.Client().Repository.Release.Get(Bench.Owner, Bench.Name, "v1.0.0"));
        await Should.ThrowAsync<NotFoundException>(() => bench.Client().Git.Reference.Get(Bench.Owner, Bench.Name, "tags/v1.0.0"));
    }

    [Fact]
    public async Task Publishing_makes_the_tag_at_the_target_and_shows_the_release()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.DraftAsync();

        (await bench.PublishAsync(draft)).Draft.ShouldBeFalse();

        (await bench.Client().Repository.Release.Get(Bench.Owner, Bench.Name, "v1.0.0")).Id.ShouldBe(draft.Id);
        (await bench.Client().Repository.Release.GetLatest(Bench.Owner, Bench.Name)).Id.ShouldBe(draft.Id);
        (await bench.Client().Git.Reference.Get(Bench.Owner, Bench.Name, "tags/v1.0.0")).Object.Sha.ShouldBe(Bench.Commit);
    }

    [Fact]
    public async Task A_prerelease_does_not_become_the_latest()
    {
        await using var bench = await Bench.StartAsync();
        var release = await bench.PublishAsync(await bench.DraftAsync());

        await bench.PublishAsync(await bench.DraftAsync("v1.1.0-rc.1", prerelease: true));

        (await bench.Client().Repository.Release.GetLatest(Bench.Owner, Bench.Name)).Id.ShouldBe(release.Id);
    }

    [Fact]
    public async Task Two_drafts_may_have_a_tag_and_only_one_is_published()
    {
        await using var bench = await Bench.StartAsync();
        var (first, second) = (await bench.DraftAsync(), await bench.DraftAsync());
        second.Id.ShouldBeGreaterThan(first.Id);
        await bench.PublishAsync(first);

        var error = await Should.ThrowAsync<ApiValidationException>(() => bench.PublishAsync(second));

        error.ApiError.Errors.Single().Code.ShouldBe("already_exists");
        error.ApiError.Errors.Single().Field.ShouldBe("tag_name");
    }

    [Fact]
    public async Task The_tag_of_an_immutable_release_is_burned_even_when_the_release_is_gone()
    {
        await using var bench = await Bench.StartAsync(new GitHubOptions { ImmutableReleases = true });
        var release = await bench.PublishAsync(await bench.DraftAsync());
        await bench.Client().Repository.Release.Delete(Bench.Owner, Bench.Name, release.Id);

        var again = await bench.DraftAsync();
        var error = await Should.ThrowAsync<ApiValidationException>(() => bench.PublishAsync(again));

        error.ApiError.Errors.Single().Message.ShouldBe("tag_name was used by an immutable release");
        (await bench.TextAsync("immutable-releases")).ShouldContain("\"enabled\":true");
    }

    [Fact]
    public async Task An_immutable_release_keeps_its_files_and_flags_and_may_change_its_notes()
    {
        await using var bench = await Bench.StartAsync(new GitHubOptions { ImmutableReleases = true });
        var draft = await bench.DraftAsync();
        var asset = await bench.UploadAsync(draft, "a.txt");
        var releases = bench.Client().Repository.Release;
        await bench.PublishAsync(draft);

        (await Should.ThrowAsync<ApiValidationException>(() => bench.UploadAsync(draft, "b.txt"))).Message.ShouldBe("Cannot upload assets to an immutable release.");
        await Should.ThrowAsync<ApiValidationException>(() => releases.DeleteAsset(Bench.Owner, Bench.Name, asset.Id));
        await Should.ThrowAsync<ApiValidationException>(() => releases.Edit(Bench.Owner, Bench.Name, draft.Id, new ReleaseUpdate { Prerelease = true }));
        await Should.ThrowAsync<ApiValidationException>(() => bench.Client().Git.Reference.Delete(Bench.Owner, Bench.Name, "tags/v1.0.0"));
        (await releases.Edit(Bench.Owner, Bench.Name, draft.Id, new ReleaseUpdate { Body = "Better." })).Body.ShouldBe("Better.");
    }

    [Fact]
    public async Task An_unknown_target_is_refused_when_the_tag_would_be_made()
    {
        await using var bench = await Bench.StartAsync();

        var error = await Should.ThrowAsync<ApiValidationException>(() => bench.Client().Repository.Release.Create(
            Bench.Owner, Bench.Name, new NewRelease("v1.0.0") { TargetCommitish = "nowhere" }));

        error.ApiError.Errors.Single().Field.ShouldBe("target_commitish");
    }

    [Fact]
    public async Task Releases_are_listed_in_pages_newest_first()
    {
        await using var bench = await Bench.StartAsync();
        for (var minor = 0; minor < 5; minor++)
            await bench.DraftAsync($"v1.{minor}.0");

        var all = await bench.Client().Repository.Release.GetAll(Bench.Owner, Bench.Name, new ApiOptions { PageSize = 2 });
        using var page = await bench.GetAsync("releases?per_page=2&page=2");

        all.Select(release => release.TagName).ShouldBe(["v1.4.0", "v1.3.0", "v1.2.0", "v1.1.0", "v1.0.0"]);
        page.Headers.GetValues("Link").Single().ShouldContain("releases?per_page=2&page=3>; rel=\"next\"");
        page.Headers.GetValues("Link").Single().ShouldContain("page=1>; rel=\"prev\"");
    }

    [Fact]
    public async Task Notes_name_the_release_before()
    {
        await using var bench = await Bench.StartAsync();
        await bench.PublishAsync(await bench.DraftAsync());

        var notes = await bench.Client().Repository.Release.GenerateReleaseNotes(Bench.Owner, Bench.Name, new GenerateReleaseNotesRequest("v1.1.0"));

        notes.Body.ShouldEndWith("/octo/crate/compare/v1.0.0...v1.1.0");
    }

    [Fact]
    public async Task A_list_that_lags_does_not_show_the_newest()
    {
        await using var bench = await Bench.StartAsync();
        await bench.DraftAsync();
        bench.Faults.Add(new Fault("GET", "/api/v3/repos/*/*/releases") { Stale = true, Times = 2 });

        (await bench.Client().Repository.Release.GetAll(Bench.Owner, Bench.Name)).ShouldBeEmpty();
        (await bench.Client().Repository.Release.GetAll(Bench.Owner, Bench.Name)).ShouldBeEmpty();
        (await bench.Client().Repository.Release.GetAll(Bench.Owner, Bench.Name)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_restart_forgets_nothing()
    {
        await using var bench = await Bench.StartAsync(new GitHubOptions { ImmutableReleases = true });
        var draft = await bench.DraftAsync();
        await bench.UploadAsync(draft, "a.txt", "one");
        await bench.PublishAsync(draft);

        await bench.RestartAsync();

        using var download = await bench.GetAsync(new Uri(bench.Server.Address, "octo/crate/releases/download/v1.0.0/a.txt").ToString());
        (await download.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("one");
        (await bench.DraftAsync("v1.1.0")).Id.ShouldBeGreaterThan(draft.Id);
        await Should.ThrowAsync<ApiValidationException>(async () => await bench.PublishAsync(await bench.DraftAsync()));
    }
}
