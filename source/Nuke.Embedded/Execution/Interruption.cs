using System.Runtime.InteropServices;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>Ctrl+C and SIGTERM end the run in order: child processes, assured targets, summary. A second one ends it at once.</summary>
internal sealed class Interruption : IDisposable
{
    public const int ExitCode = 130;

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private volatile int _count;

    public Interruption()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            _registrations.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    /// <summary>Whether the run was told to end; set before anything is killed for it.</summary>
    public bool IsRequested => _count > 0;

    /// <summary>Cancelled when the child processes have ended.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(x => x.Dispose());
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _count) > 1)
        {
            ProcessRegistry.KillAll();
            BuildConsole.Current.Flush();
            Environment.Exit(ExitCode);
        }

        // The handler's thread is needed for the second signal.
        ThreadPool.QueueUserWorkItem(_ =>
        {
            ProcessRegistry.KillAll();
            _source.Cancel();
        });
    }
}
