using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs a plan: independent targets side by side, each on a thread of its own.</summary>
internal sealed class BuildExecutor(NukeBuild build, ExecutionPlan plan, int parallel, AttemptLog attempts, TimeProvider clock, Interruption interruption)
{
    // How long targets that were told to end may take before the run goes on without them.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly AsyncLocal<ExecutableTarget?> Current = new();

    private readonly object _monitor = new();
    private readonly HashSet<ExecutableTarget> _ended = [];
    private int _running;
    private bool _stopping;

    /// <summary>The target whose action this flow of execution belongs to.</summary>
    public static ExecutableTarget? CurrentTarget => Current.Value;

    public void Run()
    {
        foreach (var planned in plan.Targets.Where(x => x.Target.Status != ExecutionStatus.Scheduled))
        {
            Skip(planned.Target);
            _stopping |= planned.Target.Status == ExecutionStatus.Failed;
        }

        using var wakeUp = interruption.Token.Register(() =>
        {
            lock (_monitor)
                Monitor.PulseAll(_monitor);
        });
        RunScheduled();
        if (!_stopping && !interruption.IsRequested)
            return;
        if (interruption.IsRequested)
            interruption.Token.WaitHandle.WaitOne(Grace);

        // What is assured runs whatever happened; what fails there must not hide the first failure.
        foreach (var target in plan.Targets.Select(x => x.Target).Where(x => x is { AssuredAfterFailure: true, Status: ExecutionStatus.Scheduled }))
        {
            ProcessRegistry.Reopen();
            Execute(target);
        }

        foreach (var target in plan.Targets.Select(x => x.Target).Where(x => x.Status == ExecutionStatus.Scheduled))
            target.Status = ExecutionStatus.NotRun;
    }

    private void RunScheduled()
    {
        lock (_monitor)
        {
            while (true)
            {
                if (interruption.Token.IsCancellationRequested)
                {
                    AwaitRunning();
                    return;
                }

                while (!_stopping && !interruption.IsRequested && _running < parallel && NextReady() is { } next)
                    Start(next);
                if (_running == 0)
                    return;
                Monitor.Wait(_monitor);
            }
        }
    }

    private void AwaitRunning()
    {
        var started = clock.GetTimestamp();
        while (_running > 0 && Grace - clock.GetElapsedTime(started) is { Ticks: > 0 } left)
            Monitor.Wait(_monitor, left);
        foreach (var target in plan.Targets.Select(x => x.Target).Where(x => x.Status == ExecutionStatus.Running))
            target.Status = ExecutionStatus.Aborted;
    }

    private ExecutableTarget? NextReady() => plan.Targets
        .FirstOrDefault(x => x.Target.Status == ExecutionStatus.Scheduled && x.Predecessors.All(_ended.Contains))?.Target;

    private void Start(ExecutableTarget target)
    {
        _running++;
        target.Status = ExecutionStatus.Running;
        new Thread(() =>
        {
            Execute(target);
            lock (_monitor)
            {
                _ended.Add(target);
                _running--;
                _stopping |= target is { Status: ExecutionStatus.Failed or ExecutionStatus.Aborted, ProceedAfterFailure: false };
                Monitor.PulseAll(_monitor);
            }
        })
        {
            IsBackground = true,
            Name = target.Name,
        }.Start();
    }

    private void Execute(ExecutableTarget target)
    {
        var started = clock.GetTimestamp();
        Current.Value = target;
        using var scope = Logging.SetTarget(target.Name);
        try
        {
            if (attempts.HasSucceeded(target.Name))
            {
                target.Skipped = "succeeded in the last run";
                Skip(target);
                return;
            }

            if (TargetSkipper.FailedConditions(target, target.DynamicConditions) is { } conditions)
            {
                target.OnlyWhen = conditions;
                SkipWithTriggered(target);
                return;
            }

            if (target.Actions.Count == 0)
            {
                target.Status = ExecutionStatus.Collective;
                return;
            }

            using (BuildConsole.Current.OpenTarget(target.Name))
            {
                using (TargetHeader(target))
                {
                    target.Status = ExecutionStatus.Running;
                    RunActions(target);
                    Console.Out.Flush();
                    Console.Error.Flush();
                }
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(target, exception);
        }
        finally
        {
            target.Duration = clock.GetElapsedTime(started);
            Current.Value = null;
        }
    }

    private void RunActions(ExecutableTarget target)
    {
        try
        {
            BuildExtensionInvoker.Running(build, target);
            foreach (var action in target.Actions)
                action();
            target.Status = ExecutionStatus.Succeeded;
            BuildExtensionInvoker.Succeeded(build, target);
            // A context that was set up is taken down again: another run needs it anew.
            if (target.Factory is Target)
                attempts.AddSucceeded(target.Name);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Console.Out.Flush();
            Fail(target, exception);
        }
    }

    private void Fail(ExecutableTarget target, Exception exception)
    {
        exception = LogText.Innermost(exception);
        if (interruption.IsRequested && !target.AssuredAfterFailure)
        {
            target.Status = ExecutionStatus.Aborted;
            Log.Warning("{Target} was interrupted", target.Name);
            return;
        }

        target.Status = ExecutionStatus.Failed;
        if (exception is BuildUsageException)
            build.ExitCode ??= BuildUsageException.ExitCode;
        var message = LogText.Describe(exception);
        target.SummaryInformation[ExecutableTarget.FailureKey] = message.Split('\n')[0];
        Log.Error(exception, "{Target} failed: {Reason:l}", target.Name, message);
        try
        {
            BuildExtensionInvoker.Failed(build, target);
        }
        catch (Exception hook) when (hook is not OutOfMemoryException)
        {
            Log.Error(hook, "The hook after the failure of {Target} failed: {Reason:l}", target.Name, LogText.Describe(hook));
        }
    }

    private void SkipWithTriggered(ExecutableTarget target)
    {
        IReadOnlyList<ExecutableTarget> triggered;
        lock (_monitor)
            triggered = TargetSkipper.SkipLate(target, [.. plan.Targets.Select(x => x.Target)]);
        Skip(target);
        foreach (var other in triggered)
            Skip(other);
    }

    private void Skip(ExecutableTarget target)
    {
        target.Status = ExecutionStatus.Skipped;
        try
        {
            BuildExtensionInvoker.Skipped(build, target);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(target, exception);
        }

        lock (_monitor)
            _ended.Add(target);
    }

    private IDisposable TargetHeader(ExecutableTarget target)
        => build.IsOutputEnabled(DefaultOutput.TargetHeader) && (NukeBuild.IsServerBuild ? build.IsOutputEnabled(DefaultOutput.TargetCollapse) : true)
            ? Host.Instance.WriteBlock(target.Name)
            : ConsoleBlock.Nothing.Instance;
}
