using System.Diagnostics;

namespace Shared;

internal static class ProcessState
{
    /// <summary>Whether the process runs; a zombie, which has ended and nobody waited for, does not.</summary>
    public static bool IsAlive(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return Process.GetProcesses().Any(process => process.Id == processId);
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
