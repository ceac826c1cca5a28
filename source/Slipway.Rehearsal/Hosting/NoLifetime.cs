using Microsoft.Extensions.Hosting;

namespace Slipway.Rehearsal.Hosting;

/// <summary>Leaves signals to the program that the servers are a part of: the usual lifetime takes Ctrl+C for itself.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
