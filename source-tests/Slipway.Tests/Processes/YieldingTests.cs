using System.Globalization;
using Slipway.Processes;

namespace Slipway.Tests.Processes;

public class YieldingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_yielding_process_starts_yields_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        // It is told to yield when it has started.
        var command = new ToolCommand("/bin/sh").WithArguments("-c", "sleep 0.5; nice");

        var own = await NicenessAsync(command);
        Assert.SkipWhen(own >= 10, "the tests run at such a low priority themselves");
        var yielding = await NicenessAsync(command.WithYielding());

        yielding.ShouldBeGreaterThan(own);
    }

    [Fact]
    public async Task A_process_that_ends_at_once_may_be_told_to_yield()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        var command = new ToolCommand("/bin/sh").WithArguments("-c", "exit 3").WithYielding();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => command.ExecuteAsync(null, Token)));

        results.ShouldAllBe(x => x.ExitCode == 3);
    }

    private static async Task<int> NicenessAsync(ToolCommand command) =>
        int.Parse((await command.ReadAsync(Token)).Output, CultureInfo.InvariantCulture);
}
