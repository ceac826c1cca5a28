using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Nuke.Common;
using Serilog;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Coverage;
using Slipway.Gates;
using Slipway.History;
using Slipway.Proofs;
using Slipway.Releasing;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>What the targets of one run hand to each other; interfaces have no fields.</summary>
internal sealed class PipelineState
{
    private static readonly ConditionalWeakTable<INukeBuild, PipelineState> States = [];

    private readonly ConcurrentDictionary<string, Lazy<CargoWorkspace>> _workspaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ReleaseBuild> _releaseBuilds = new(StringComparer.Ordinal);
    private readonly IHazGates? _gates;
    private readonly Lock _proofsLock = new();
    private Task<ProofBook>? _proofs;

    private readonly TaskCompletionSource _checksFailed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private ReportFolder? _reports;
    private OptionalHistory? _history;
    private Task<SourceState?>? _source;
    private TestCompilation? _tests;
    private Lazy<ChangedLines?>? _changes;

    private PipelineState(INukeBuild build) => _gates = build as IHazGates;

    /// <summary>The release build that runs on this machine, when there is one; it is made when it was only proved.</summary>
    public CargoRun? RunnableBuild => Runnable?.Run;

    /// <summary>The same for gates side by side: those that wait must not keep the threads that the reading needs.</summary>
    public Task<ProofBook> ProofsAsync()
    {
        lock (_proofsLock)
        {
            // What fails before the toolchain is installed is to be tried again after it.
            if (_proofs is null or { IsFaulted: true } or { IsCanceled: true })
                _proofs = Task.Run(() => Proving.OpenAsync(_gates!, Interruption.Token));
            return _proofs;
        }
    }

    /// <summary>How the release build is made that runs on this machine, when there is one.</summary>
    public CargoCommand? RunnableCommand => Runnable?.Command;

    /// <summary>
    /// The release builds by triple, with how they were built; the host's has no name. What was only proved is built.
    /// </summary>
    public ImmutableSortedDictionary<string, (CargoCommand Command, CargoRun Run)> ReleaseBuilds =>
        _releaseBuilds.ToImmutableSortedDictionary(x => x.Key, x => (x.Value.Command, x.Value.Run), StringComparer.Ordinal);

    /// <summary>The compiled tests, when they are; they are compiled when they were only proved.</summary>
    public TestBuild? TestBuild => _tests?.Complete(RunnableBuild, Interruption.Token);

    /// <summary>The programs of a release by triple.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<(CargoPackage Package, string File)>> ReleasePrograms { get; } = new(StringComparer.Ordinal);

    /// <summary>What is released, when it is known.</summary>
    public ReleaseSubject? Subject { get; set; }

    /// <summary>The servers of a rehearsal, when they run.</summary>
    public Rehearsing? Rehearsal { get; set; }

    public ConcurrentDictionary<string, TestSuiteResult> Suites { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, GateResult> Gates { get; } = new(StringComparer.Ordinal);

    /// <summary>When the gates of this run were at work.</summary>
    public ConcurrentBag<GateTime> Times { get; } = [];

    /// <summary>A run is a step of a workflow's job, and its gates share what GitHub shows of one.</summary>
    public AnnotationRoom Annotations { get; } = new();

    /// <summary>Ends when a gate of stage 1 has failed: what was begun for the stages after it is in vain.</summary>
    public Task ChecksFailed => _checksFailed.Task;

    /// <summary>What earlier runs have proved.</summary>
    public ProofBook Proofs => ProofsAsync().GetAwaiter().GetResult();

    private ReleaseBuild? Runnable => _releaseBuilds.OrderBy(x => x.Key, StringComparer.Ordinal).FirstOrDefault(x => x.Value.IsRunnable).Value;

    public static PipelineState Of(INukeBuild build) => States.GetValue(build, x => new PipelineState(x));

    /// <summary>Names a release build; it is made when it is asked for.</summary>
    /// <param name="isRunnable">Whether what it makes runs on this machine.</param>
    public ReleaseBuild AddRelease(string? triple, CargoCommand command, bool isRunnable) => _releaseBuilds.GetOrAdd(
        triple ?? "",
        _ => new ReleaseBuild(command, isRunnable, PipelineLog.Write));

    /// <summary>Says how tests are compiled; that is done when they are asked for.</summary>
    public TestCompilation AddTests(CargoCommand command) =>
        LazyInitializer.EnsureInitialized(ref _tests, () => new TestCompilation(command));

    public void Add(GateResult gate)
    {
        Gates[gate.Name] = gate;
        if (gate is { Verdict: GateVerdict.Fail, Stage: GateStage.Checks })
            _checksFailed.TrySetResult();
    }

    /// <summary>The reports of this run; what an earlier run left there is removed first.</summary>
    public ReportFolder Reports(IHazGates build)
    {
        lock (_lock)
        {
            if (_reports == null)
            {
                var reports = new ReportFolder(build.ReportDirectory, TimeProvider.System);
                AppDomain.CurrentDomain.ProcessExit += (_, _) => CatchUp(reports);
                if (!OnlyReports(build))
                    reports.ClearAsync().GetAwaiter().GetResult();
                _reports = reports;
            }

            return _reports;
        }
    }

    // At the end of the process, when nobody catches anything any more.
    private static void CatchUp(ReportFolder reports)
    {
        try
        {
            reports.CatchUpAsync().GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is SlipwayException or IOException or UnauthorizedAccessException)
        {
            Log.Error("The reports are not up to date: {Problem:l}", PipelineLog.Harmless(exception.Message));
        }
    }

    /// <summary>What is remembered from run to run; the same for all targets.</summary>
    public OptionalHistory History(string file)
    {
        lock (_lock)
            return _history ??= new OptionalHistory(file, TimeProvider.System, x => Log.Warning("{Problem:l}", x));
    }

    /// <summary>What this run works on, as it was when it was first asked for.</summary>
    public Task<SourceState?> SourceAsync(IHazCargoWorkspace build)
    {
        lock (_lock)
            return _source ??= SourceState.ReadAsync(build.Workspace, CancellationToken.None);
    }

    /// <summary>What a pull request changes, found once; null when there is none, or nobody knows.</summary>
    public ChangedLines? Changes(Func<ChangedLines?> find) =>
        LazyInitializer.EnsureInitialized(ref _changes, () => new Lazy<ChangedLines?>(find)).Value;

    // A run of Report alone shows what other jobs have handed over, or the last run has left. What the command line skips
    // does not count; what a condition skips was meant to run, and older results would stand for it.
    private static bool OnlyReports(INukeBuild build) => build.ExecutionPlan
        .Except(build.SkippedTargets.Where(x => x.OnlyWhen == null))
        .All(x => x.Name == nameof(IReport.Report));

    /// <summary>What cargo says of a workspace, or said before when nothing has changed.</summary>
    public CargoWorkspace Workspace(INukeBuild build, string folder) => build is IHazGates gates && gates.Workspace == folder
        ? Proofs.Workspace
        : _workspaces.GetOrAdd(folder, static x => new Lazy<CargoWorkspace>(() => CargoWorkspace.LoadAsync(x, Interruption.Token).GetAwaiter().GetResult())).Value;
}
