using System.Globalization;

namespace Nuke.Common.Tooling;

/// <summary>Knows the processes that were started through it, and ends them with all they have started.</summary>
#pragma warning disable CA1001 // its tokens are waited on until the build program ends
internal sealed class ProcessSupervisor
#pragma warning restore CA1001
{
    private static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly HashSet<RunningProcess> _running = [];
    private readonly string _prefix = $"NUKE_PROCESS_{Guid.NewGuid():N}_";
    private CancellationTokenSource _closed = new();
    private CancellationTokenSource _hurry = new();
    private bool _isClosed;
    private int _count;
    private int _killing;

    /// <summary>Cancelled while no process may be started.</summary>
    public CancellationToken Token
    {
        get
        {
            lock (_gate)
                return _closed.Token;
        }
    }

    /// <summary>Starts a process, whose environment must have the given variable.</summary>
    public RunningProcess Start(Func<string, RunningProcess> start)
    {
        lock (_gate)
        {
            if (_isClosed)
                throw new OperationCanceledException("No process is started any more: the build was interrupted.", _closed.Token);
            var process = start(_prefix + (++_count).ToString(CultureInfo.InvariantCulture));
            _running.Add(process);
            return process;
        }
    }

    public void Remove(RunningProcess process)
    {
        lock (_gate)
            _running.Remove(process);
    }

    /// <summary>Ends all processes, first asking, then by force; a second call meanwhile does not wait any longer.</summary>
    public void KillAll(TimeSpan? grace = null)
    {
        List<RunningProcess> processes;
        CancellationTokenSource closed, hurry;
        lock (_gate)
        {
            _isClosed = true;
            processes = [.. _running];
            (closed, hurry) = (_closed, _hurry);
        }

        closed.Cancel();
        if (_count == 0)
            return;
        processes.ForEach(x => x.MarkInterrupted());
        if (Interlocked.Increment(ref _killing) > 1)
            hurry.Cancel();
        try
        {
            ProcessTree.End(_prefix, [.. processes.Select(x => x.Id)], grace ?? DefaultGrace, hurry.Token);
        }
        finally
        {
            Interlocked.Decrement(ref _killing);
        }
    }

    public void Reopen()
    {
        lock (_gate)
        {
            if (!_isClosed)
                return;
            (_isClosed, _closed, _hurry) = (false, new(), new());
        }
    }
}
