using Slipway.Releasing.GitHub;

namespace Slipway.Rehearsal.Tests.Releasing;

/// <summary>Draft, when the release is public already.</summary>
public class PublicReleaseTests
{
    private const string Archive = "caro-1.2.3-x86_64-unknown-linux-gnu.tar.gz";

    [Fact]
    public async Task A_release_that_is_public_and_complete_is_done()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.ReleaseAsync();
        bench.LoseJournal();
        var state = await bench.StateAsync();

        (await bench.DraftAsync()).ShouldBeOfType<PublishedRelease>();

        (await bench.StateAsync()).ShouldBe(state);
    }

    [Fact]
    public async Task A_release_that_is_public_and_another_is_never_changed()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.ReleaseAsync();
        var state = await bench.StateAsync();
        bench.Manifest = await bench.MakeAsync("1.2.3", Archive, "SHA256SUMS", "caro-1.2.3.cdx.json");

        var error = await Should.ThrowAsync<SlipwayException>(bench.DraftAsync);

        error.Message.ShouldBe("v1.2.3 is public already, and it is another release than this: caro-1.2.3.cdx.json, SHA256SUMS.asc differ or are missing on one side.");
        (await bench.StateAsync()).ShouldBe(state);
    }

    [Fact]
    public async Task A_draft_that_is_left_beside_the_public_release_is_cleared_away()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.ReleaseAsync();
        var state = await bench.StateAsync();
        await bench.MakeReleaseAsync();

        await bench.DraftAsync();

        (await bench.StateAsync()).ShouldBe(state);
    }
}
