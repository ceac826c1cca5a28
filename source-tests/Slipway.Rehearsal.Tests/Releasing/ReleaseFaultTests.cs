using System.Text.RegularExpressions;
using Slipway.Rehearsal.Tests.Releasing.Faults;

namespace Slipway.Rehearsal.Tests.Releasing;

public class ReleaseFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_goes_wrong_once_with_GitHub_the_release_ends_the_same() =>
        await new FaultMatrix(output, async () => new DisturbedGitHub(await ReleaseBench.StartAsync(Matrix.Strict)), new Regex(@"\bv1\.2\.3\b"))
            .TryAsync("GitHub", least: 250);

    [Fact]
    public async Task A_GitHub_that_is_down_is_told_of_and_nothing_is_lost()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.Faults.Add(new("POST", "/api/uploads/**") { Status = 502, Times = 100 });

        var error = await Should.ThrowAsync<SlipwayException>(bench.DraftAsync);

        error.Message.ShouldMatch(@"^The draft does not get on: draft \d+ for v1\.2\.3 has 0 of 3 assets; next: upload SHA256SUMS \(GitHub gave no proper answer: status 502\)\.$");
        error.Hint!.ShouldContain("Run the same again");
    }
}
