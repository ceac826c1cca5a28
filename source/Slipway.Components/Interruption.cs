using System.Runtime.InteropServices;

namespace Slipway.Components;

/// <summary>Cancelled by Ctrl+C and SIGTERM, so that what the pipeline has started ends with it.</summary>
internal static class Interruption
{
    private static readonly CancellationTokenSource Source = new();

    // Kept: a registration that is collected listens no more.
    private static readonly PosixSignalRegistration[] Registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
    ];

    public static CancellationToken Token
    {
        get
        {
            GC.KeepAlive(Registrations);
            return Source.Token;
        }
    }

    /// <summary>Without listening, when nobody did so far.</summary>
    public static bool IsRequested => Source.IsCancellationRequested;

    // How the process itself ends is the engine's business.
    private static void Cancel(PosixSignalContext context) => ThreadPool.QueueUserWorkItem(_ => Source.Cancel());
}
