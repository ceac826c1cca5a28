namespace Slipway.Rehearsal.Tests.Releasing.Crates;

public sealed class TrustedCratesTests : IDisposable
{
    private static readonly string[] Names = ["hull", "oars", "galley"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_crate_is_published_with_a_token_of_its_own_that_is_taken_back()
    {
        await using var bench = await CratesBench.StartTrustedAsync(_folder, "release.yml");
        foreach (var name in Names)
            bench.Server.AddCrate(name);

        var seen = await bench.PublishAsync();

        seen.Select(x => x.Crate.Name).ShouldBe(Names);
        string[] each = ["POST tokens 200", "PUT new 200", "DELETE tokens 204"];
        bench.Asked.ShouldBe([.. each, .. each, .. each]);
        bench.Said.ShouldAllBe(x => !x.Contains("could not be taken back"));
    }

    [Fact]
    public async Task Another_workflow_gets_no_token_and_is_told_what_differs()
    {
        await using var bench = await CratesBench.StartTrustedAsync(_folder, "nightly.yml");
        bench.Server.AddCrate("hull");

        var error = await Should.ThrowAsync<SlipwayException>(() => bench.PublishAsync());

        error.Message.ShouldBe(
            "There is no token for the registry: the registry does not trust this workflow (400: The Trusted Publishing config for repository `octo/galley` does not match the workflow filename `nightly.yml` in the JWT. Expected workflow filenames: `release.yml`).");
        error.Hint.ShouldStartWith("On the crate's page, under Settings and Trusted Publishing, name this repository");
        bench.Asked.ShouldBe(["POST tokens 400"]);
    }

    [Fact]
    public async Task The_first_version_of_a_crate_needs_a_person_and_the_token_is_taken_back_all_the_same()
    {
        await using var bench = await CratesBench.StartTrustedAsync(_folder, "release.yml");

        var error = await Should.ThrowAsync<SlipwayException>(() => bench.PublishAsync());

        error.Message.ShouldContain("hull 0.1.0 was not published");
        error.Message.ShouldContain("Trusted Publishing tokens do not support creating new crates");
        bench.Asked.ShouldBe(["POST tokens 200", "PUT new 403", "DELETE tokens 204"]);
    }
}
