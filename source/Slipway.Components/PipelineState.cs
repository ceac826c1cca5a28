using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Nuke.Common;
using Serilog;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.History;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>What the targets of one run hand to each other; interfaces have no fields.</summary>
internal sealed class PipelineState
{
    private static readonly ConditionalWeakTable<INukeBuild, PipelineState> States = [];

    private readonly ConcurrentDictionary<string, Lazy<CargoWorkspace>> _workspaces = new(StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private ReportFolder? _reports;
    private OptionalHistory? _history;
    private Task<SourceState?>? _source;

    /// <summary>The release build that runs on this machine, when there is one.</summary>
    public CargoRun? RunnableBuild { get; set; }

    /// <summary>The release builds by triple, with how they were built; the host's has no name.</summary>
    public ConcurrentDictionary<string, (CargoCommand Command, CargoRun Run)> ReleaseBuilds { get; } = new(StringComparer.Ordinal);

    /// <summary>The compiled tests, when they are.</summary>
    public TestBuild? TestBuild { get; set; }

    public ConcurrentDictionary<string, TestSuiteResult> Suites { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, GateResult> Gates { get; } = new(StringComparer.Ordinal);

    /// <summary>When the gates of this run were at work.</summary>
    public ConcurrentBag<GateTime> Times { get; } = [];

    /// <summary>A run is a step of a workflow's job, and its gates share what GitHub shows of one.</summary>
    public AnnotationRoom Annotations { get; } = new();

    public static PipelineState Of(INukeBuild build) => States.GetValue(build, _ => new PipelineState());

    /// <summary>The reports of this run; what an earlier run left there is removed first.</summary>
    public ReportFolder Reports(IHazGates build)
    {
        lock (_lock)
        {
            if (_reports == null)
            {
                var reports = new ReportFolder(build.ReportDirectory);
                if (!OnlyReports(build))
                    reports.ClearAsync().GetAwaiter().GetResult();
                _reports = reports;
            }

            return _reports;
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

    // A run of Report alone shows what other jobs have handed over, or the last run has left. What the command line skips
    // does not count; what a condition skips was meant to run, and older results would stand for it.
    private static bool OnlyReports(INukeBuild build) => build.ExecutionPlan
        .Except(build.SkippedTargets.Where(x => x.OnlyWhen == null))
        .All(x => x.Name == nameof(IReport.Report));

    public CargoWorkspace Workspace(string folder) => _workspaces
        .GetOrAdd(folder, static x => new Lazy<CargoWorkspace>(() => CargoWorkspace.LoadAsync(x, Interruption.Token).GetAwaiter().GetResult()))
        .Value;
}
