using Slipway.Cargo;
using Slipway.Cargo.Binaries;
using Slipway.Processes;

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
        var git = Git.Find(workspace.RootFolder);
        var place = git is null ? "" : await git.TryReadAsync(cancellationToken, "rev-parse", "--show-prefix") ?? "";
        var store = new SizeStore(measurements, log);

        await using var held = await FolderLock.TakeAsync(_folder, Patience, cancellationToken);
        var programs = new List<ProgramSize>();
        var missing = new List<(CargoCommand Build, MeasurementKey Key)>();
        foreach (var build in builds)
        {
            var key = MeasurementKey.Of(commit, place, build, compiler, _folder);
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
        if (!File.Exists(Path.Combine(checkout.Workspace, "Cargo.toml")))
            return Found<IReadOnlyList<ProgramSize>>.Nothing($"the base {commit} has no such workspace");
        CargoRun run;
        try
        {
            var workspace = await CargoWorkspace.LoadAsync(checkout.Workspace, cancellationToken);
            run = await build
                .WithWorkspace(workspace)
                .WithLocked(build.Locked && File.Exists(Path.Combine(workspace.RootFolder, "Cargo.lock")))
                .WithTargetFolder(Path.Combine(_folder, "target"))
                .ExecuteAsync(sink, cancellationToken);
            run.EnsureStarted();
        }
        catch (SlipwayException exception)
        {
            return DoesNotBuild(commit, exception.Message + OutsideOf(exception.Message));
        }

        if (!run.Succeeded)
            return DoesNotBuild(commit, FirstError(run, checkout.Workspace));
        // Where it was built is gone when it is compared.
        return Found<IReadOnlyList<ProgramSize>>.Of([.. ProgramSize.Of(run, build.Triple).Select(program => program with { SourcePath = null })]);
    }

    // Cargo looks in the folders above the checkout, too, where the successor's workspace is.
    private static string OutsideOf(string message) => message.Contains("believes it's in a workspace", StringComparison.Ordinal)
        ? "; keep what the pipeline leaves out of that workspace: exclude = [\".nuke\"] below [workspace]"
        : "";

    private static Found<IReadOnlyList<ProgramSize>> DoesNotBuild(BaseCommit commit, string error) =>
        Found<IReadOnlyList<ProgramSize>>.Nothing($"the base {commit} does not build: {error}");

    private static string FirstError(CargoRun run, string workspace)
    {
        if (run.Errors.FirstOrDefault() is not { } error)
            return run.Result.Tail is [.., var last] ? last : "cargo failed";
        return error.File is null
            ? error.Message
            : $"{new SourceLocation(Path.GetRelativePath(workspace, error.File).Replace('\\', '/'), error.Line, error.Column)}: {error.Message}";
    }
}
