using System.ComponentModel;
using System.Diagnostics;

namespace Slipway.Processes;

/// <summary>
/// All processes that come from one start. Parents alone do not tell: a child whose parent has ended belongs to the
/// system's first process. So the start carries a variable of its own, which every descendant inherits.
/// </summary>
internal sealed class ProcessTree
{
    private const int Rounds = 50;

    public string Marker { get; } = $"SLIPWAY_PROCESS_{Guid.NewGuid():N}";

    /// <summary>Ends them all, and says whether there were any; what is started meanwhile is found in the next round.</summary>
    /// <param name="root">The first process, while it lives: afterwards its number may be another's.</param>
    public async Task<bool> EndAsync(int? root)
    {
        if (OperatingSystem.IsWindows())
        {
            if (root is { } id)
                End(id, wholeTree: true);
            return root is not null;
        }

        IProcessTable table = OperatingSystem.IsLinux() ? new LinuxProcessTable() : new PsProcessTable();
        for (var round = 0; round < Rounds; round++)
        {
            var found = await FindAsync(table, root);
            if (found.Count == 0)
                return round > 0;
            foreach (var id in found)
                End(id, wholeTree: false);
        }

        return true;
    }

    private async Task<IReadOnlyCollection<int>> FindAsync(IProcessTable table, int? root)
    {
        var processes = await table.ReadAsync(Marker);
        var children = processes.ToLookup(process => process.Parent);
        var found = new HashSet<int>();
        var open = new Stack<int>(processes.Where(process => process.IsMarked || process.Id == root).Select(process => process.Id));
        while (open.TryPop(out var id))
        {
            if (found.Add(id))
            {
                foreach (var child in children[id])
                    open.Push(child.Id);
            }
        }

        return found;
    }

    private static void End(int id, bool wholeTree)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(wholeTree);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
