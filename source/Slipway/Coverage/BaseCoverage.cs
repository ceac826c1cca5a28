using Slipway.Base;
using Slipway.Cargo;

namespace Slipway.Coverage;

/// <summary>Measures a base as its successor is measured; what is known already is not measured again.</summary>
/// <param name="folder">Where checkouts and their build output stand.</param>
/// <param name="measurements">What earlier runs have measured.</param>
/// <param name="log">Is told why something stored is not used.</param>
public sealed class BaseCoverage(ICoverageTool tool, string folder, IMeasurements measurements, Action<string>? log = null)
{
    // Another run may be measuring the same base.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Measures the base, or says why it cannot be measured.</summary>
    /// <param name="request">How the successor is measured.</param>
    public async Task<Found<BaseTallies>> MeasureAsync(BaseCommit commit, CoverageRequest request, CancellationToken cancellationToken = default)
    {
        var root = request.Workspace.RootFolder;
        await using var held = await FolderLock.TakeAsync(_folder, Patience, cancellationToken);
        var store = new MeasurementStore<IReadOnlyList<FileTally>>(measurements, TallyKind.Kind, log);
        var key = await KeyAsync(commit, request, cancellationToken);
        if (await store.ReadAsync(key, cancellationToken) is { } stored)
            return Found<BaseTallies>.Of(new BaseTallies(commit, stored, IsStored: true));
        await using var checkout = await BaseCheckout.CreateAsync(root, _folder, commit, cancellationToken);
        if (!File.Exists(Path.Combine(checkout.Workspace, "Cargo.toml")))
            return Found<BaseTallies>.Nothing($"the base {commit} has no such workspace");
        CoverageData data;
        try
        {
            data = await tool.MeasureAsync(await RequestOfAsync(checkout, request, cancellationToken), cancellationToken);
        }
        catch (SlipwayException exception)
        {
            return Found<BaseTallies>.Nothing($"the base {commit} cannot be measured: {exception.Message}");
        }

        if (data.FailedTests.Count > 0)
            return Found<BaseTallies>.Nothing($"tests of the base {commit} fail: {data.FailedTests[0].Name}");
        var files = FileTally.Of(data);
        await store.WriteAsync(key, files, cancellationToken);
        return Found<BaseTallies>.Of(new BaseTallies(commit, files, IsStored: false));
    }

    private async Task<MeasurementKey> KeyAsync(BaseCommit commit, CoverageRequest request, CancellationToken cancellationToken)
    {
        var root = request.Workspace.RootFolder;
        var compiler = await RustTargets.CompilerAsync(root, cancellationToken);
        var source = await BaseSource.OfAsync(commit, root, cancellationToken);
        var test = request.Test.WithEnvironment("COVERAGE_TOOL", tool.Title).WithEnvironment("COVERAGE_SCRIPT", ScriptOf(request));
        return MeasurementKey.Of(commit, source, test, compiler, _folder);
    }

    private async Task<CoverageRequest> RequestOfAsync(BaseCheckout checkout, CoverageRequest request, CancellationToken cancellationToken)
    {
        var workspace = await CargoWorkspace.LoadAsync(checkout.Workspace, cancellationToken);
        var hasLock = File.Exists(Path.Combine(workspace.RootFolder, "Cargo.lock"));
        return request with
        {
            Test = request.Test.WithWorkspace(workspace).WithLocked(request.Test.Locked && hasLock),
            Build = request.Build.WithWorkspace(workspace).WithLocked(request.Build.Locked && hasLock),
            Folder = Path.Combine(_folder, "work"),
            Script = ScriptOf(request) is { } script ? Path.Combine(checkout.Workspace, script) : null,
        };
    }

    // A script outside of the workspace is not the base's own.
    private static string? ScriptOf(CoverageRequest request) =>
        request.Script is { } path
        && Path.GetRelativePath(request.Workspace.RootFolder, path) is var below
        && !Path.IsPathRooted(below)
        && !below.StartsWith("..", StringComparison.Ordinal)
            ? below
            : null;
}
