namespace Upload;

/// <summary>How much memory this process has had at most while something was done, above what it had before.</summary>
internal sealed class Memory : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource _end = new();
    private readonly long _idle;
    private readonly long _idleManaged;
    private readonly Task _watching;
    private long _most;
    private long _mostManaged;

    public Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        (_idle, _idleManaged) = (Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: true));
        _watching = WatchAsync();
    }

    public double Megabytes => Math.Max(0, Interlocked.Read(ref _most) - _idle) / 1e6;

    public double ManagedMegabytes => Math.Max(0, Interlocked.Read(ref _mostManaged) - _idleManaged) / 1e6;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            _most = Math.Max(_most, Environment.WorkingSet);
            _mostManaged = Math.Max(_mostManaged, GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(Step, TimeProvider.System, CancellationToken.None);
        }
    }
}
