namespace Slipway.Rehearsal.Tests.Releasing;

public class ReleaseFaultTests
{
    [Theory]
    [InlineData("502")]
    [InlineData("502 after commit")]
    [InlineData("cut")]
    [InlineData("cut after commit")]
    [InlineData("starter")]
    [InlineData("stale")]
    [InlineData("limit")]
    [InlineData("slow")]
    [InlineData("no JSON")]
    public async Task Whatever_goes_wrong_once_the_release_ends_the_same(string kind)
    {
        var (expected, places) = await Matrix.UndisturbedAsync();
        var (cases, stopped) = (0, 0);

        foreach (var place in places)
        {
            if (Matrix.Of(kind, place) is not { } fault)
                continue;
            await using var bench = await ReleaseBench.StartAsync(Matrix.Strict);
            if (kind == "slow")
                bench.Deadline = TimeSpan.FromMilliseconds(500);
            bench.Faults.Add(fault);
            cases++;
            try
            {
                await bench.ReleaseAsync();
            }
            catch (SlipwayException exception)
            {
                // Only what cannot be read at all may stop it, and then it says where it stands.
                stopped++;
                kind.ShouldBe("no JSON", $"{place}: {exception.Message}");
                exception.Message.ShouldContain("v1.2.3");
                exception.Hint.ShouldNotBeNull();
                await bench.ReleaseAsync();
            }

            bench.Faults.Pending.ShouldBeEmpty($"{place} was not met");
            (await bench.StateAsync()).ShouldBe(expected, $"{kind} at {place}");
            (await bench.LatestAsync()).ShouldBe("v1.2.3");
        }

        cases.ShouldBeGreaterThan(2);
        TestContext.Current.SendDiagnosticMessage("{0}: {1} cases, all survived, {2} in a second run.", kind, cases, stopped);
    }

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
