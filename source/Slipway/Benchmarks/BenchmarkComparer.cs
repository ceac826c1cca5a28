using System.Diagnostics;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Benchmarks;

/// <summary>Builds the base's benchmarks as the head's were built, and lets both take turns.</summary>
/// <param name="folder">Where bases are checked out and built.</param>
/// <param name="sink">Is told what cargo does for the base.</param>
/// <param name="log">Is told which program is measured.</param>
public sealed class BenchmarkComparer(string folder, Action<CargoEvent>? sink = null, Action<string>? log = null)
{
    // Another run may be building or measuring.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Compares all benchmarks, or says why there is nothing to compare them with.</summary>
    /// <param name="command">How the head was built.</param>
    /// <param name="head">The head's build, which succeeded.</param>
    public async Task<Found<BenchmarkFacts>> CompareAsync(
        BaseCommit commit,
        CargoCommand command,
        TestBuild head,
        BenchmarkOptions options,
        CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var after = await BenchmarkPrograms.OfAsync(head, cancellationToken);
        if (after.Count == 0)
            return Found<BenchmarkFacts>.Nothing("the workspace has no benchmarks");

        // Held to the end: the programs run in the checkout, and two runs would disturb each other.
        await using var held = await FolderLock.TakeAsync(_folder, Patience, cancellationToken);
        await using var checkout = await BaseCheckout.CreateAsync(head.Workspace.RootFolder, _folder, commit, cancellationToken);
        var built = await BaseBuild.RunAsync(
            checkout,
            commit,
            command,
            Path.Combine(_folder, "target"),
            adapted => TestBuild.CompileAsync(adapted, sink, cancellationToken),
            build => build.Run,
            cancellationToken);
        if (built.Value is not { } before)
            return Found<BenchmarkFacts>.Nothing(built.Reason!);

        var pairs = ProgramPair.Of(await BenchmarkPrograms.OfAsync(before, cancellationToken), after);
        var measured = await MeasureAsync(pairs, options, cancellationToken);
        if (options.Filter is { } filter && measured.All(one => one is { Results.Count: 0, Problems.Count: 0 }))
            throw new SlipwayException(ErrorKind.Configuration, $"--bench-filter: no benchmark has '{filter}' in its name.", "`cargo bench` shows their names.");
        return Found<BenchmarkFacts>.Of(new BenchmarkFacts(
            commit,
            [.. measured.SelectMany(one => one.Results).OrderBy(result => result.Name, StringComparer.Ordinal)],
            [.. measured.SelectMany(one => one.Problems)],
            Stopwatch.GetElapsedTime(started)));
    }

    private async Task<IReadOnlyList<PairResult>> MeasureAsync(IReadOnlyList<ProgramPair> pairs, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var results = new List<PairResult>();
        foreach (var pair in pairs)
        {
            log?.Invoke($"Measuring {pair.Name}");
            // What one program leaves of its time is the others'.
            var time = (options.Time - Stopwatch.GetElapsedTime(started)) / (pairs.Count - results.Count);
            results.Add(await new PairComparison(pair, options, time).CompareAsync(cancellationToken));
        }

        return results;
    }
}
