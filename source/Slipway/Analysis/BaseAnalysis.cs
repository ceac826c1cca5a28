using Slipway.Analysis.Rules;
using Slipway.Base;
using Slipway.Cargo;

namespace Slipway.Analysis;

/// <summary>Analyzes a base as its successor was analyzed; what is known already is not analyzed again.</summary>
/// <param name="folder">Where checkouts and their build output stand.</param>
/// <param name="measurements">What earlier runs have found.</param>
/// <param name="sink">Is told what cargo does.</param>
/// <param name="log">Is told why something is not reused.</param>
public sealed class BaseAnalysis(
    string folder,
    IMeasurements measurements,
    AnalysisPolicy policy,
    Action<CargoEvent>? sink = null,
    Action<string>? log = null)
{
    // Another run may be building the same base.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Says what the base has, or why nobody can.</summary>
    /// <param name="clippy">How the successor was analyzed.</param>
    public async Task<Found<BaseIssues>> FindAsync(BaseCommit commit, CargoCommand clippy, CancellationToken cancellationToken = default)
    {
        var workspace = clippy.Workspace ?? throw new ArgumentException("The command has no workspace.", nameof(clippy));
        var compiler = await RustTargets.CompilerAsync(workspace.RootFolder, cancellationToken);
        var source = await BaseSource.OfAsync(commit, workspace.RootFolder, cancellationToken);
        var analysis = new ClippyAnalysis(Path.Combine(_folder, "clippy"), policy, sink);
        var key = MeasurementKey.Of(commit, source, Describe(analysis, clippy), compiler, _folder);
        var store = new MeasurementStore<IReadOnlyList<KnownIssue>>(measurements, IssueKind.Kind, log);

        await using var held = await FolderLock.TakeAsync(_folder, Patience, cancellationToken);
        if (await store.ReadAsync(key, cancellationToken) is { } stored)
            return Found<BaseIssues>.Of(new BaseIssues(commit, stored, isStored: true));
        await using var checkout = await BaseCheckout.CreateAsync(workspace.RootFolder, _folder, commit, cancellationToken);
        var found = await AnalyzeAsync(analysis, checkout, clippy, commit, cancellationToken);
        if (found.Value is { } issues)
            await store.WriteAsync(key, issues.Issues, cancellationToken);
        return found;
    }

    private async Task<Found<BaseIssues>> AnalyzeAsync(
        ClippyAnalysis analysis,
        BaseCheckout checkout,
        CargoCommand clippy,
        BaseCommit commit,
        CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(checkout.Workspace, "Cargo.toml")))
            return Found<BaseIssues>.Nothing($"the base {commit} has no such workspace");
        try
        {
            var workspace = await CargoWorkspace.LoadAsync(checkout.Workspace, cancellationToken);
            var run = await analysis.RunAsync(
                clippy
                    .WithWorkspace(workspace)
                    .WithLocked(clippy.Locked && File.Exists(Path.Combine(workspace.RootFolder, "Cargo.lock")))
                    .WithTargetFolder(Path.Combine(_folder, "target")),
                cancellationToken);
            return run.IsComplete
                ? Found<BaseIssues>.Of(new BaseIssues(commit, [.. run.Issues.Select(issue => issue.Known)], isStored: false))
                : Found<BaseIssues>.Nothing($"the base {commit} does not compile: {(run.Errors is [var first, ..] ? first.Message : run.Failure)}");
        }
        catch (SlipwayException exception)
        {
            return Found<BaseIssues>.Nothing($"the base {commit} cannot be analyzed: {exception.Message}");
        }
    }

    // Besides the lints, which stand on the command line: what is found by other means.
    private CargoCommand Describe(ClippyAnalysis analysis, CargoCommand clippy) => analysis.Ask(clippy)
        .WithEnvironment("ANALYSIS_RULES", string.Join(' ', policy.Rules.Where(rule => !rule.IsLint).Select(rule => rule.Id)))
        .WithEnvironment("ANALYSIS_CALLS", string.Join(' ', DangerousCalls.All.Select(call => $"{call.Path} {call.Argument}")))
        .WithEnvironment("CLIPPY_CONF_DIR", Environment.GetEnvironmentVariable("CLIPPY_CONF_DIR"));
}
