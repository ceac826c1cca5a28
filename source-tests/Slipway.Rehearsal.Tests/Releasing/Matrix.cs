using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.Releasing;

/// <summary>Each request of an undisturbed release, and what may become of it.</summary>
internal static class Matrix
{
    /// <summary>A request by its place among those of the same method and path.</summary>
    public sealed record Place(string Method, string Path, int Occurrence)
    {
        public Fault Fault => new(Method, Path) { Occurrence = Occurrence };

        public override string ToString() => $"{Method} {Path} ({Occurrence})";
    }

    /// <summary>What is published once cannot be mended: an error shows.</summary>
    public static GitHubOptions Strict { get; } = new() { ImmutableReleases = true };

    public static async Task<(string State, IReadOnlyList<Place> Places)> UndisturbedAsync()
    {
        await using var bench = await ReleaseBench.StartAsync(Matrix.Strict);
        await bench.ReleaseAsync();
        var places = bench.Calls.Select(call => (call.Method, Path: call.Path.Split('?')[0]))
            .GroupBy(call => call)
            .SelectMany(group => Enumerable.Range(1, group.Count()).Select(number => new Place(group.Key.Method, group.Key.Path, number)))
            .ToList();
        return (await bench.StateAsync(), places);
    }

    public static Fault? Of(string kind, Place place)
    {
        var isRead = place.Method == "GET";
        return kind switch
        {
            "502" => place.Fault with { Status = 502 },
            "502 after commit" when !isRead => place.Fault with { Status = 502, Commits = true },
            "cut" => place.Fault with { Cut = true },
            "cut after commit" when !isRead => place.Fault with { Cut = true, Commits = true },
            "starter" when place.Path.Contains("uploads", StringComparison.Ordinal) => place.Fault with { Starter = true },
            "stale" when isRead => place.Fault with { Stale = true },
            "limit" => place.Fault with { SecondaryLimit = 0 },
            "slow" => place.Fault with { Delay = TimeSpan.FromMinutes(1) },
            "no JSON" when isRead => place.Fault with { Status = 200, Body = "<html>" },
            _ => null,
        };
    }
}
