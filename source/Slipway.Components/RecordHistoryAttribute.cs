using System.Diagnostics;
using Nuke.Common.Execution;
using Slipway.Audit.Locks;

namespace Slipway.Components;

/// <summary>Remembers each run of the build class that has judged something: its targets, how long they took, and the verdict.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordHistoryAttribute : BuildExtensionAttributeBase, IOnBuildInitialized, IOnTargetSucceeded, IOnBuildFinished
{
    private DateTimeOffset _started;
    private long _clock;
    private bool _isPrepared;

    /// <summary>After what else is done at the end, which may still use the history.</summary>
    public override float Priority { get; set; } = -100;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        _started = TimeProvider.System.GetUtcNow();
        _clock = Stopwatch.GetTimestamp();
        // What gates ask for first takes a while to find out, and is wanted as it was at the beginning.
        if (Build is not IHazGates build || executionPlan.All(x => x.Name != nameof(IToolchain.Toolchain)))
            return;
        var state = PipelineState.Of(build);
        InBackground(async () =>
        {
            var proofs = await state.ProofsAsync();
            // Where there is none, cargo writes one during the run, and it is part of what the tests run on.
            if (File.Exists(Path.Combine(proofs.Workspace.RootFolder, LockFile.Name)))
                await state.SourceAsync(build);
        });
    }

    // A run that is remembered at its end needs the file.
    public void OnTargetSucceeded(ExecutableTarget target)
    {
        if (_isPrepared || Build is not IHazGates build || PipelineState.Of(build).Gates.IsEmpty)
            return;
        InBackground(() => build.History.PrepareAsync(Interruption.Token));
        _isPrepared = true;
    }

    public void OnBuildFinished()
    {
        if (Build is not IHazGates build || PipelineState.Of(build) is not { Gates.IsEmpty: false } state)
            return;
        state.RecordRunAsync(build, _started, Stopwatch.GetElapsedTime(_clock)).GetAwaiter().GetResult();
        build.History.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    // What fails here fails again where it is needed, and is told there.
    private static void InBackground(Func<Task> prepare) =>
        Task.Run(prepare).ContinueWith(static x => _ = x.Exception, TaskScheduler.Default);
}
