using System.Globalization;
using Slipway.Rehearsal.Faults;
using Slipway.Releasing;
using Slipway.Releasing.GitHub;

namespace Slipway.Rehearsal.Tests.Releasing;

public class DraftTests
{
    private const string Archive = "caro-1.2.3-x86_64-unknown-linux-gnu.tar.gz";

    [Fact]
    public async Task A_draft_is_made_and_has_each_file()
    {
        await using var bench = await ReleaseBench.StartAsync();

        var draft = (await bench.DraftAsync()).ShouldBeOfType<VerifiedDraft>().Release;

        draft.ShouldSatisfyAllConditions(
            x => x.IsDraft.ShouldBeTrue(),
            x => x.Tag.ShouldBe("v1.2.3"),
            x => x.Target.ShouldBe(ReleaseBench.Commit),
            x => x.Title.ShouldBe("caro 1.2.3"),
            x => x.Body.Notes.ShouldBe("It floats."),
            x => x.Commit.ShouldBe(ReleaseBench.Commit),
            x => x.Assets.Select(asset => (asset.Name, asset.Size, asset.Sha256)).ShouldBe(bench.Manifest.Assets.Select(asset => (asset.Name, asset.Size, (string?)asset.Sha256))));
        bench.Said.ShouldContain("There is no draft for v1.2.3; next: create draft.");
        bench.Said.Last().ShouldBe($"draft {Id(draft)} for v1.2.3 has 3 of 3 assets; nothing is left to do.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_run_changes_nothing(bool withJournal)
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.DraftAsync();
        var (state, calls) = (await bench.StateAsync(), bench.Calls.Count);
        if (!withJournal)
            bench.LoseJournal();

        await bench.DraftAsync();

        (await bench.StateAsync()).ShouldBe(state);
        bench.Calls.Skip(calls).ShouldAllBe(call => call.Method == "GET");
    }

    [Fact]
    public async Task A_draft_that_lists_do_not_show_yet_is_found_by_its_id()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.Faults.Add(new Fault("GET", "/api/v3/repos/octo/caro/releases") { Occurrence = 2, Status = 200, Body = "[]", Times = 3 });

        await bench.DraftAsync();

        bench.Calls.Count(call => call is { Method: "POST" } && call.Path == "/api/v3/repos/octo/caro/releases").ShouldBe(1);
    }

    [Fact]
    public async Task Of_several_drafts_the_one_with_most_files_is_kept()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var empty = await bench.MakeReleaseAsync();
        var some = await bench.MakeReleaseAsync();
        await bench.UploadAsync(some, Archive, $"the content of {Archive}");
        var more = await bench.MakeReleaseAsync();

        var draft = await bench.DraftAsync();

        draft.Release.Id.ShouldBe(some);
        bench.Calls.Where(call => call.Method == "DELETE").Select(call => call.Path).Order(StringComparer.Ordinal).ShouldBe(
            new[] { empty, more }.Select(id => $"/api/v3/repos/octo/caro/releases/{id.ToString(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal));
        bench.Calls.Count(call => call.Method == "POST" && call.Path.Contains("uploads", StringComparison.Ordinal) && call.Path.Contains(Archive, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_of_another_commit_is_left_alone()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var id = await bench.MakeReleaseAsync(target: ReleaseBench.OtherCommit);
        var state = await bench.StateAsync();

        var error = await Should.ThrowAsync<SlipwayException>(bench.DraftAsync);

        error.Message.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"Draft {id} for v1.2.3 is about dddddddddd, and this release is made from cccccccccc."));
        error.Hint!.ShouldContain("delete the draft");
        (await bench.StateAsync()).ShouldBe(state);
    }

    [Fact]
    public async Task A_tag_that_was_moved_is_left_alone()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.AskAsync("POST", "git/refs", $$"""{"ref":"refs/tags/v1.2.3","sha":"{{ReleaseBench.OtherCommit}}"}""");

        var error = await Should.ThrowAsync<SlipwayException>(bench.DraftAsync);

        error.Message.ShouldBe("The tag v1.2.3 points to dddddddddd on GitHub, and the release was made from cccccccccc.");
        bench.Calls.Count(call => call.Method == "POST").ShouldBe(1);
    }

    [Fact]
    public async Task Text_and_flags_are_mended_and_the_record_is_kept()
    {
        await using var bench = await ReleaseBench.StartAsync(version: "1.2.3-rc.1");
        var draft = (await bench.DraftAsync()).Release;
        await bench.AskAsync("PATCH", $"releases/{Id(draft)}", """{"name":"Draft","prerelease":false,"body":"Hello.\n\n<!-- slipway: {\"announcement\":\"7\"} -->"}""");

        var mended = (await bench.DraftAsync()).Release;

        mended.ShouldSatisfyAllConditions(
            x => x.Id.ShouldBe(draft.Id),
            x => x.Title.ShouldBe("caro 1.2.3-rc.1"),
            x => x.IsPrerelease.ShouldBeTrue(),
            x => x.Body.Notes.ShouldBe("It floats."),
            x => x.Body.Record["announcement"].ShouldBe("7"),
            x => x.Commit.ShouldBe(ReleaseBench.Commit));
    }

    [Fact]
    public async Task Files_that_are_others_or_incomplete_or_left_over_are_replaced()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var draft = await bench.MakeReleaseAsync();
        await bench.UploadAsync(draft, Archive, "old");
        await bench.UploadAsync(draft, "caro-1.2.3-x86_64-apple-darwin.tar.gz", "given up");
        bench.Faults.Add(new Fault("POST", "/api/uploads/**") { Starter = true });
        await Should.ThrowAsync<HttpRequestException>(() => bench.UploadAsync(draft, "SHA256SUMS", "half"));

        var verified = await bench.DraftAsync();

        verified.Release.Id.ShouldBe(draft);
        verified.Release.Assets.Select(asset => asset.Name).ShouldBe(bench.Manifest.Assets.Select(asset => asset.Name));
        var journal = await File.ReadAllTextAsync(bench.JournalFile, TestContext.Current.CancellationToken);
        journal.ShouldContain($"delete {Archive}, which is another");
        journal.ShouldContain("delete SHA256SUMS, which is incomplete");
        journal.ShouldContain("delete caro-1.2.3-x86_64-apple-darwin.tar.gz, which is of an earlier attempt");
    }

    [Fact]
    public async Task A_file_of_somebody_else_stops_it()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var draft = await bench.MakeReleaseAsync();
        await bench.UploadAsync(draft, "manual.pdf", "mine");
        var state = await bench.StateAsync();

        var error = await Should.ThrowAsync<SlipwayException>(bench.DraftAsync);

        error.Message.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"Draft {draft} for v1.2.3 has files that are not of this release: manual.pdf."));
        (await bench.StateAsync()).ShouldBe(state);
    }

    [Fact]
    public async Task A_draft_that_is_one_too_many_is_kept_when_it_has_files_of_somebody_else()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.MakeReleaseAsync();
        await bench.UploadAsync(await bench.MakeReleaseAsync(), "manual.pdf", "mine");

        (await Should.ThrowAsync<SlipwayException>(bench.DraftAsync)).Message.ShouldContain("manual.pdf");
        bench.Calls.ShouldNotContain(call => call.Method == "DELETE");
    }

    [Fact]
    public async Task A_file_that_was_changed_after_its_checksum_is_not_sent()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(bench.Assets, Archive), "the content of something else", TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<SlipwayException>(bench.DraftAsync);

        error.Message.ShouldBe($"{Archive} was changed after its checksum was taken.");
        bench.Calls.ShouldNotContain(call => call.Path.Contains(Archive, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notes_that_are_too_long_are_cut_and_say_where_the_rest_is()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.Manifest = bench.Manifest with { Notes = string.Concat(Enumerable.Repeat("- It floats better than ever before.\n", 5000)) };

        var body = (await bench.DraftAsync()).Release.Body;

        body.ToString().Length.ShouldBeLessThanOrEqualTo(ReleaseBody.Limit);
        body.Notes.ShouldEndWith($"… [the rest]({bench.Server.Address}octo/caro/blob/{ReleaseBench.Commit}/CHANGELOG.md)");
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var draft = await bench.MakeReleaseAsync();
        for (var number = 0; number < 120; number++)
            await bench.MakeReleaseAsync(string.Create(CultureInfo.InvariantCulture, $"v0.0.{number}"));
        bench.Manifest = await bench.MakeAsync("1.2.3", [.. Enumerable.Range(100, 101).Select(number => string.Create(CultureInfo.InvariantCulture, $"caro-1.2.3-{number}"))]);
        var pace = new Slipway.Http.Pace(TimeProvider.System, int.MaxValue, int.MaxValue);

        var verified = await bench.RunAsync(async (run, _, token) =>
        {
            using var releases = new GitHubReleases(bench.Connection, TimeProvider.System, pace: pace);
            return await DraftStep.RunAsync(run, releases, bench.Settings, token);
        });

        verified.Release.Id.ShouldBe(draft);
        verified.Release.Assets.Length.ShouldBe(101);
    }

    private static string Id(GitHubRelease release) => release.Id.ToString(CultureInfo.InvariantCulture);
}
