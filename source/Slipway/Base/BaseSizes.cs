using Slipway.Cargo;
using Slipway.Cargo.Binaries;

namespace Slipway.Base;

/// <summary>Builds a base as its successor was built, and measures its programs; what is known already is not built again.</summary>
/// <param name="folder">Where checkouts and their build output stand.</param>
/// <param name="measurements">What earlier runs have measured.</param>
/// <param name="sink">Is told what cargo does.</param>
/// <param name="log">Is told why something is not reused.</param>
public sealed class BaseSizes(string folder, IMeasurements measurements, Action<CargoEvent>? sink = null, Action<string>? log = null)
{
    // Another run may be building the same base.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Measures the base, or says why it cannot be measured.</summary>
    /// <param name="builds">The builds of the successor, one for each triple.</param>
    public async Task<Found<BaseMeasurement>> MeasureAsync(
        BaseCommit commit,
        IReadOnlyList<CargoCommand> builds,
        CancellationToken cancellationToken = default)
    {
        var workspace = builds[0].Workspace ?? throw new ArgumentException("The command has no workspace.", nameof(builds));
        var compiler = await RustTargets.CompilerAsync(workspace.RootFolder, cancellationToken);
        var source = await BaseSource.OfAsync(commit, workspace.RootFolder, cancellationToken);
        var store = new MeasurementStore<IReadOnlyList<ProgramSize>>(measurements, SizeKind.Kind, log);

        await using var held = await FolderLock.TakeAsync(_folder, Patience, cancellationToken);
        var programs = new List<ProgramSize>();
        var missing = new List<(CargoCommand Build, MeasurementKey Key)>();
        foreach (var build in builds)
        {
            var key = MeasurementKey.Of(commit, source, build, compiler, _folder);
            if (await store.ReadAsync(key, cancellationToken) is { } stored)
                programs.AddRange(stored);
            else
                missing.Add((build, key));
        }

        if (missing.Count > 0)
        {
            await using var checkout = await BaseCheckout.CreateAsync(workspace.RootFolder, _folder, commit, cancellationToken);
            foreach (var (build, key) in missing)
            {
                var measured = await BuildAsync(checkout, build, commit, cancellationToken);
                if (measured.Value is not { } sizes)
                    return Found<BaseMeasurement>.Nothing(measured.Reason!);
                await store.WriteAsync(key, sizes, cancellationToken);
                programs.AddRange(sizes);
            }
        }

        return Found<BaseMeasurement>.Of(new BaseMeasurement(commit, programs, missing.Count == 0));
    }

    private async Task<Found<IReadOnlyList<ProgramSize>>> BuildAsync(
        BaseCheckout checkout,
        CargoCommand build,
        BaseCommit commit,
        CancellationToken cancellationToken)
    {
        var built = await BaseBuild.RunAsync(
            checkout,
            commit,
            build,
            Path.Combine(_folder, "target"),
            command => command.ExecuteAsync(sink, cancellationToken),
            run => run,
            cancellationToken);
        // Where it was built is gone when it is compared.
        return built.Value is { } run
            ? Found<IReadOnlyList<ProgramSize>>.Of([.. ProgramSize.Of(run, build.Triple).Select(program => program with { SourcePath = null })])
            : Found<IReadOnlyList<ProgramSize>>.Nothing(built.Reason!);
    }
}
