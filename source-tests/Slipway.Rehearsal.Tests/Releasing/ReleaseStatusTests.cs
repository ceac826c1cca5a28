using Slipway.Messages;
using Slipway.Rehearsal.Crates;
using Slipway.Releasing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.Journal;

namespace Slipway.Rehearsal.Tests.Releasing;

/// <summary>What a person is told of a release that stands somewhere between its tag and its announcement.</summary>
public class ReleaseStatusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_state_names_the_one_command_that_is_next()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await using var registry = await CratesServer.StartAsync(Path.Combine(bench.Folder, "registry"), new RegistryOptions(), bench.Context);
        Task<ReleaseStatus> LookAsync() => SeeAsync(bench, registry);

        (await LookAsync()).Next.ShouldBe("git push origin v1.2.3");
        await bench.AskAsync("POST", "git/refs", $$"""{"ref":"refs/tags/v1.2.3","sha":"{{ReleaseBench.Commit}}"}""");
        (await LookAsync()).Next.ShouldBe("./build.sh Draft");
        await bench.DraftAsync();
        var drafted = await LookAsync();
        drafted.Next.ShouldBe("./build.sh PublishCrates, which cannot be undone");
        drafted.Rows.Select(x => x.Place).ShouldBe(["Journal", "Packed", "Tag", "GitHub", "rehearsal", "Discord"]);
        drafted.Rows.Single(x => x.Place == "GitHub").State.ShouldContain("has 3 of 3 assets; nothing is left to do");

        // A release without crates goes public at once.
        bench.Manifest = bench.Manifest with { Crates = [] };
        (await LookAsync()).Next.ShouldBe("./build.sh GoLive, which cannot be undone");
        await bench.GoLiveAsync();
        var live = await LookAsync();
        live.Next.ShouldBe("./build.sh Announce");
        live.Rows.Single(x => x.Place == "Discord").State.ShouldBe("not announced");
    }

    [Fact]
    public async Task A_machine_on_which_nothing_was_packed_says_what_is_there()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await using var registry = await CratesServer.StartAsync(Path.Combine(bench.Folder, "registry"), new RegistryOptions(), bench.Context);
        await bench.AskAsync("POST", "git/refs", $$"""{"ref":"refs/tags/v1.2.3","sha":"{{ReleaseBench.Commit}}"}""");
        await bench.DraftAsync();
        bench.LoseJournal();
        var packed = bench.Manifest;
        bench.Manifest = packed with { Assets = [] };

        var drafted = await SeeAsync(bench, registry);
        drafted.Next.ShouldBe("./build.sh Draft, which packs and signs before");
        drafted.Rows.Take(2).Select(x => x.State).ShouldBe(["none on this machine", "nothing on this machine"]);
        drafted.Rows.Single(x => x.Place == "GitHub").State.ShouldEndWith("for v1.2.3 has 3 assets");

        bench.Manifest = packed with { Crates = [] };
        await bench.GoLiveAsync();
        bench.LoseJournal();
        bench.Manifest = packed with { Crates = [], Assets = [] };
        (await SeeAsync(bench, registry)).Next.ShouldBe("./build.sh Announce");
        // Who looks need not be able to tell anybody.
        var elsewhere = await SeeAsync(bench, registry, webhook: null);
        elsewhere.Next.ShouldBe("./build.sh Announce, where Discord or mail is set up");
        elsewhere.Rows[^1].ShouldBe(("Announcement", "not known: neither Discord nor mail is set up here"));
    }

    [Fact]
    public async Task A_draft_of_another_commit_stands_in_the_way_on_every_machine()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await using var registry = await CratesServer.StartAsync(Path.Combine(bench.Folder, "registry"), new RegistryOptions(), bench.Context);
        await bench.DraftAsync();
        bench.Manifest = bench.Manifest with { Commit = ReleaseBench.OtherCommit };

        (await SeeAsync(bench, registry)).Next.ShouldContain("is about cccccccccc, and this release is made from dddddddddd");
        bench.Manifest = bench.Manifest with { Assets = [] };
        (await SeeAsync(bench, registry)).Next.ShouldContain("is about cccccccccc, and this release is made from dddddddddd");
    }

    [Fact]
    public async Task Looking_takes_the_journal_from_nobody_and_writes_nothing()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var subject = new JournalSubject(ReleaseBench.Tag, ReleaseBench.Commit, "rehearsal");
        await using var running = ReleaseJournal.Open(bench.JournalFile, subject, TimeProvider.System);
        var before = Directory.GetFileSystemEntries(bench.Folder, "*", SearchOption.AllDirectories);

        await using var read = ReleaseJournal.Peek(bench.JournalFile, subject);

        read.Entries.Select(x => x.Name).ShouldBe(["release"]);
        ReleaseJournal.Peek(bench.JournalFile, subject with { Tag = "v9.9.9" }).Entries.ShouldBeEmpty();
        Directory.GetFileSystemEntries(bench.Folder, "*", SearchOption.AllDirectories).ShouldBe(before);
        await Should.ThrowAsync<InvalidOperationException>(() => read.PerformAsync(new Effect(ReleaseStep.Draft, "act", "POST"), () => Task.FromResult(1)));
    }

    private static async Task<ReleaseStatus> SeeAsync(ReleaseBench bench, CratesServer registry, string? webhook = "http://127.0.0.1:9/api/webhooks/1/word")
    {
        await using var journal = ReleaseJournal.Peek(bench.JournalFile, new JournalSubject(bench.Manifest.Tag, bench.Manifest.Commit, "rehearsal"));
        using var releases = bench.Releases();
        var crates = Slipway.Releasing.Crates.CrateRegistry.StandIn(registry.Address.ToString(), registry.Token);
        using var channels = Channels.Open(webhook is null ? null : new Uri(webhook), null, TimeProvider.System);
        using var index = new RegistryIndex(crates, bench.Handler());
        return await Slipway.Releasing.ReleaseStatus.SeeAsync(new ReleaseRun(bench.Manifest, bench.Assets, journal, TimeProvider.System, _ => { }), releases, crates, index, channels.All, Token);
    }
}
