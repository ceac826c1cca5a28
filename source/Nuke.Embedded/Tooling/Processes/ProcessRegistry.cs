namespace Nuke.Common.Tooling;

/// <summary>The processes of this build; the engine ends them when the build is interrupted.</summary>
internal static class ProcessRegistry
{
    public static ProcessSupervisor Supervisor { get; } = new();

    /// <summary>Cancelled while no process may be started.</summary>
    public static CancellationToken Token => Supervisor.Token;

    /// <summary>Ends every process and what it has started, first asking, then by force; new starts are refused from now on.</summary>
    public static void KillAll() => Supervisor.KillAll();

    /// <summary>Allows starts again, for targets that run after an interruption.</summary>
    public static void Reopen() => Supervisor.Reopen();
}
