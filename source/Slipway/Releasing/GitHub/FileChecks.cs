using System.Collections.Concurrent;
using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>Hashes files before they are sent, one ahead of the other, while the network keeps the lanes waiting.</summary>
internal sealed class FileChecks(string folder)
{
    private readonly ConcurrentDictionary<string, Task> _checks = new(StringComparer.Ordinal);
    private Task _last = Task.CompletedTask;

    /// <summary>Begins with those that are not looked at yet.</summary>
    public void Begin(IEnumerable<Asset> assets, CancellationToken cancellationToken)
    {
        foreach (var asset in assets)
        {
            var previous = _last;
            _last = _checks.GetOrAdd(asset.Name, _ => CheckAsync(asset, previous, cancellationToken));
        }
    }

    /// <exception cref="SlipwayException">The file is not what it was.</exception>
    public Task VerifyAsync(Asset asset, CancellationToken cancellationToken) =>
        // What is sent a second time is looked at a second time.
        _checks.TryRemove(asset.Name, out var check) ? check : asset.VerifyAsync(folder, cancellationToken);

    private async Task CheckAsync(Asset asset, Task previous, CancellationToken cancellationToken)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await asset.VerifyAsync(folder, cancellationToken);
    }
}
