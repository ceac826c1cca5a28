using Slipway.Rehearsal.Faults;
using Slipway.Releasing.Crates;

namespace Slipway.Rehearsal.Tests.Releasing.Crates;

public sealed class CratesStepTests : IDisposable
{
    private static readonly string[] Names = ["hull", "oars", "galley"];

    private static readonly CratesSettings Quick = CratesSettings.Default with { FirstPause = TimeSpan.FromMilliseconds(20), DoubtPatience = TimeSpan.FromSeconds(1), IndexPatience = TimeSpan.FromSeconds(60) };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Crates_are_published_after_those_they_need_and_are_the_bytes_that_were_packed()
    {
        await using var bench = await CratesBench.StartAsync(_folder);

        var seen = await bench.PublishAsync(Quick);

        seen.Select(x => x.Crate.Name).ShouldBe(Names);
        // What is published for real must be what was packed before: same commit, same cargo, same bytes.
        seen.ShouldAllBe(x => x.State == CrateState.Ours);
        bench.Said[0].ShouldBe("On rehearsal: hull 0.1.0 is missing, oars 0.1.0 is missing, galley 0.1.0 is missing; next: publish hull 0.1.0.");
        bench.Said[^1].ShouldBe("On rehearsal: hull 0.1.0 is there, and ours, oars 0.1.0 is there, and ours, galley 0.1.0 is there, and ours.");
    }

    [Fact]
    public async Task What_is_there_already_is_left_out()
    {
        await using var bench = await CratesBench.StartAsync(_folder);
        await bench.Project.PublishAsync(bench.Server, "--package", "hull");

        await bench.PublishAsync(Quick);
        bench.Said.Clear();
        await bench.PublishAsync(Quick);

        bench.Said.ShouldHaveSingleItem().ShouldContain("galley 0.1.0 is there, and ours");
    }

    public static TheoryData<string, Fault> Faults() => new()
    {
        { "a limit", new("PUT", "/api/v1/crates/new") { Status = 429, Body = """{"errors":[{"detail":"You have published too many crates. Please try again after Mon, 02 Nov 2026 10:00:00 GMT or email help"}]}""" } },
        { "an error of the server", new("PUT", "/api/v1/crates/new") { Status = 503 } },
        { "an error after it arrived", new("PUT", "/api/v1/crates/new") { Status = 502, Commits = true } },
        { "a lost connection", new("PUT", "/api/v1/crates/new") { Cut = true } },
        { "a lost connection after it arrived", new("PUT", "/api/v1/crates/new") { Cut = true, Commits = true } },
        { "an error for a crate in the middle", new("PUT", "/api/v1/crates/new") { Status = 502, Commits = true, Occurrence = 2 } },
        { "an index that is late", new("PUT", "/api/v1/crates/new") { IndexLag = TimeSpan.FromSeconds(2) } },
        { "an index that does not answer", new("GET", "/index/**") { Status = 500, Times = 3 } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_the_registry_does_once_all_crates_are_there_in_the_end(string what, Fault fault)
    {
        await using var bench = await CratesBench.StartAsync(_folder, fault);

        var seen = await bench.PublishAsync(Quick);

        seen.ShouldAllBe(x => x.State == CrateState.Ours, what);
    }

    [Fact]
    public async Task A_version_of_another_commit_stops_the_release_before_anything_is_published()
    {
        await using var bench = await CratesBench.StartAsync(_folder);
        await bench.Project.PublishAsync(bench.Server, "--package", "hull");
        await File.WriteAllTextAsync(Path.Combine(bench.Project.Folder, "crates/hull/src/lib.rs"), "pub fn name() -> &'static str { \"keel\" }", TestContext.Current.CancellationToken);
        await bench.CommitAsync("Rename");
        var old = bench.Manifest.Commit;
        await bench.PackAsync();

        var error = await Should.ThrowAsync<SlipwayException>(() => bench.PublishAsync(Quick));

        error.Message.ShouldBe($"hull 0.1.0 is on rehearsal already, made of the commit {old}: it is not what this release would publish. State: hull 0.1.0 is there, and not ours, oars 0.1.0 is missing, galley 0.1.0 is missing.");
        error.Hint.ShouldStartWith("A version can be published once. Release the next version");
        using var index = bench.Index();
        (await index.FindAsync("oars", "0.1.0", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_commit_packed_by_another_cargo_is_ours()
    {
        await using var bench = await CratesBench.StartAsync(_folder);
        await bench.PublishAsync(Quick);
        bench.Manifest = bench.Manifest with { Crates = [.. bench.Manifest.Crates.Select(x => x with { Sha256 = new string('0', 64) })] };

        var seen = await bench.PublishAsync(Quick);

        seen.ShouldAllBe(x => x.State == CrateState.SameCommit);
        bench.Said[^1].ShouldContain("made of the same commit by another cargo");
    }

    [Fact]
    public async Task A_refusal_is_said_with_the_registrys_reason_and_what_is_there()
    {
        await using var bench = await CratesBench.StartAsync(_folder, new Fault("PUT", "/api/v1/crates/new") { Occurrence = 2, Status = 403, Body = """{"errors":[{"detail":"this token does not have the required permissions"}]}""" });

        var error = await Should.ThrowAsync<SlipwayException>(() => bench.PublishAsync(Quick));

        error.Message.ShouldContain("oars 0.1.0 was not published");
        error.Message.ShouldContain("this token does not have the required permissions");
        error.Message.ShouldEndWith("Before: hull 0.1.0 is there, and ours, oars 0.1.0 is missing, galley 0.1.0 is missing.");
    }

    [Fact]
    public async Task A_registry_that_never_answers_is_given_up_with_the_state_and_the_next_run_goes_on()
    {
        await using var bench = await CratesBench.StartAsync(_folder, new Fault("PUT", "/api/v1/crates/new") { Status = 503, Times = 4 });

        var error = await Should.ThrowAsync<SlipwayException>(() => bench.PublishAsync(Quick with { DoubtPatience = TimeSpan.Zero }));

        error.Message.ShouldContain("hull 0.1.0 did not arrive in 4 attempts");
        (await bench.PublishAsync(Quick)).ShouldAllBe(x => x.State == CrateState.Ours);
    }

    [Fact]
    public void Places_of_crates_are_those_of_the_sparse_index()
    {
        RegistryIndex.PathOf("a").ShouldBe("1/a");
        RegistryIndex.PathOf("AB").ShouldBe("2/ab");
        RegistryIndex.PathOf("abc").ShouldBe("3/a/abc");
        RegistryIndex.PathOf("Cargo").ShouldBe("ca/rg/cargo");
        var entry = new IndexVersion("Cargo", "1.0.0", "ff", false);
        RegistryIndex.Address("https://host/crates", entry).ShouldBe("https://host/crates/Cargo/1.0.0/download");
        RegistryIndex.Address("https://host/{lowerprefix}/{crate}-{version}?{sha256-checksum}", entry).ShouldBe("https://host/ca/rg/Cargo-1.0.0?ff");
    }
}
