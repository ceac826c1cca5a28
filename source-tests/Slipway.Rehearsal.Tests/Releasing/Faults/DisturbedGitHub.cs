using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.Releasing.Faults;

/// <summary>What is done at GitHub: the draft, and making it public.</summary>
internal sealed class DisturbedGitHub(ReleaseBench bench) : IDisturbed
{
    public FaultPlan Faults => bench.Faults;

    public IReadOnlyList<Call> Calls => bench.Calls;

    public async Task RunAsync(Disturbance? disturbance)
    {
        bench.Hurry = disturbance is { Kind: FaultKinds.Slow, Place: var place } ? new Hurry(place) : null;
        await bench.ReleaseAsync();
    }

    public Task RunAgainAsync(SlipwayException stopped) => bench.ReleaseAsync();

    public async Task<string> StateAsync() => $"{await bench.StateAsync()}\nlatest: {await bench.LatestAsync()}";

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}
