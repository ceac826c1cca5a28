using System.Runtime.InteropServices;

namespace Nuke.Common.Tooling;

/// <summary>The one thing about processes that the framework cannot do: ask them to end.</summary>
internal static class UnixSignal
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Sends a signal; a process that is no more, or not ours, is none of our concern.</summary>
    public static void Send(int id, int signal) => _ = SendSignal(id, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int id, int signal);
}
