using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.Releasing;

/// <summary>What a release is that nothing disturbed.</summary>
internal static class Matrix
{
    /// <summary>What is published once cannot be mended: an error shows.</summary>
    public static GitHubOptions Strict { get; } = new() { ImmutableReleases = true };

    public static async Task<string> UndisturbedAsync()
    {
        await using var bench = await ReleaseBench.StartAsync(Strict);
        await bench.ReleaseAsync();
        return await bench.StateAsync();
    }
}
