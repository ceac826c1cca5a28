using System.Diagnostics;
using Nuke.Common.Execution;

namespace Slipway.Components;

/// <summary>Remembers each run of the build class that has judged something: its targets, how long they took, and the verdict.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordHistoryAttribute : BuildExtensionAttributeBase, IOnBuildInitialized, IOnTargetRunning, IOnBuildFinished
{
    private DateTimeOffset _started;
    private long _clock;
    private bool _isAsked;

    /// <summary>After what else is done at the end, which may still use the history.</summary>
    public override float Priority { get; set; } = -100;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        _started = TimeProvider.System.GetUtcNow();
        _clock = Stopwatch.GetTimestamp();
    }

    // What the run works on takes a while to find out, and is wanted as it was at the beginning.
    public void OnTargetRunning(ExecutableTarget target)
    {
        if (!_isAsked && Build is IHazGates build)
            Task.Run(() => PipelineState.Of(build).SourceAsync(build)).ContinueWith(static x => _ = x.Exception, TaskScheduler.Default);
        _isAsked = true;
    }

    public void OnBuildFinished()
    {
        if (Build is not IHazGates build || PipelineState.Of(build) is not { Gates.IsEmpty: false } state)
            return;
        state.RecordRunAsync(build, _started, Stopwatch.GetElapsedTime(_clock)).GetAwaiter().GetResult();
        build.History.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
