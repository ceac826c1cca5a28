using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Benchmarks;

/// <summary>The benchmark programs of a build: every bench target, and what else has benchmarks of libtest's.</summary>
internal static class BenchmarkPrograms
{
    public static async Task<IReadOnlyList<BenchmarkProgram>> OfAsync(TestBuild build, CancellationToken cancellationToken)
    {
        var programs = new List<BenchmarkProgram>();
        foreach (var binary in build.Binaries)
        {
            if (binary.Target.Kind == CargoTargetKind.Bench || await HasBenchmarksAsync(binary, cancellationToken))
                programs.Add(await BenchmarkProgram.OfAsync(binary, cancellationToken));
        }

        return programs;
    }

    // Cargo builds libraries and programs for benchmarking as well, though hardly one has benchmarks inside.
    private static async Task<bool> HasBenchmarksAsync(TestBinary binary, CancellationToken cancellationToken)
    {
        if (await TestListing.ReadAsync(binary, cancellationToken) is not { Count: > 0 })
            return false;
        var listing = await binary.ToToolCommand("--list", "--format", "terse").ReadAsync(cancellationToken);
        return listing.Output.Split('\n').Any(line => line.TrimEnd('\r').EndsWith(": benchmark", StringComparison.Ordinal));
    }
}
