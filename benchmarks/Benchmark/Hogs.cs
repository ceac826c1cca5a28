namespace BenchmarkBenchmark;

/// <summary>Threads that keep every processor busy.</summary>
internal sealed class Hogs : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Thread> _threads;

    public Hogs(int count)
    {
        _threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(Spin) { IsBackground = true })];
        _threads.ForEach(thread => thread.Start());
    }

    public void Dispose()
    {
        _stop.Cancel();
        _threads.ForEach(thread => thread.Join());
        _stop.Dispose();
    }

    private void Spin()
    {
        while (!_stop.IsCancellationRequested)
            Thread.SpinWait(1000);
    }
}
