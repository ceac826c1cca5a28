using System.Text.RegularExpressions;
using Slipway.Rehearsal.Tests.Releasing.Faults;

namespace Slipway.Rehearsal.Tests.Releasing.Crates;

/// <summary>With SLIPWAY_PROOF=all every case is tried, otherwise some at every request.</summary>
public sealed class CratesFaultTests(ITestOutputHelper output) : IDisposable
{
    private const int Part = 7;

    private static readonly bool All = Environment.GetEnvironmentVariable("SLIPWAY_PROOF") == "all";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whatever_goes_wrong_once_with_the_registry_each_crate_is_published_once()
    {
        await using var workspace = await CratesBench.StartAsync(_folder);

        await new FaultMatrix(output, () => DisturbedCrates.StartAsync(workspace), new Regex(@"\b(hull|oars|galley) 0\.1\.0\b"))
        {
            // What cargo asks for it need not get over: then nothing was sent, and it says so.
            MayStop = (kind, place) => FaultKinds.Stopping.Contains(kind) || place.Path.EndsWith("/config.json", StringComparison.Ordinal),
            Each = All ? 1 : Part,
            Unmet = 0.1,
        }.TryAsync("Registry", least: All ? 300 : 300 / Part);
    }
}
