using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Nuke.Common;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Releasing;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>What the targets of one run hand to each other; interfaces have no fields.</summary>
internal sealed class PipelineState
{
    private static readonly ConditionalWeakTable<INukeBuild, PipelineState> States = [];

    private readonly ConcurrentDictionary<string, Lazy<CargoWorkspace>> _workspaces = new(StringComparer.Ordinal);

    private readonly Lock _reportsLock = new();
    private ReportFolder? _reports;

    /// <summary>The release build that runs on this machine, when there is one.</summary>
    public CargoRun? RunnableBuild { get; set; }

    /// <summary>The release builds by triple, with how they were built; the host's has no name.</summary>
    public ConcurrentDictionary<string, (CargoCommand Command, CargoRun Run)> ReleaseBuilds { get; } = new(StringComparer.Ordinal);

    /// <summary>The compiled tests, when they are.</summary>
    public TestBuild? TestBuild { get; set; }

    /// <summary>The programs of a release by triple.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<(CargoPackage Package, string File)>> ReleasePrograms { get; } = new(StringComparer.Ordinal);

    /// <summary>What is released, when it is known.</summary>
    public ReleaseSubject? Subject { get; set; }

    public ConcurrentDictionary<string, TestSuiteResult> Suites { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, GateResult> Gates { get; } = new(StringComparer.Ordinal);

    public static PipelineState Of(INukeBuild build) => States.GetValue(build, _ => new PipelineState());

    /// <summary>The reports of this run; what an earlier run left there is removed first.</summary>
    public ReportFolder Reports(IHazGates build)
    {
        lock (_reportsLock)
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

    // A run of Report alone shows what other jobs have handed over, or the last run has left. What the command line skips
    // does not count; what a condition skips was meant to run, and older results would stand for it.
    private static bool OnlyReports(INukeBuild build) => build.ExecutionPlan
        .Except(build.SkippedTargets.Where(x => x.OnlyWhen == null))
        .All(x => x.Name == nameof(IReport.Report));

    public CargoWorkspace Workspace(string folder) => _workspaces
        .GetOrAdd(folder, static x => new Lazy<CargoWorkspace>(() => CargoWorkspace.LoadAsync(x, Interruption.Token).GetAwaiter().GetResult()))
        .Value;
}
