using System.ComponentModel;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>
/// Ends processes with all they have started. Parents alone do not tell who that is: a child whose parent has ended
/// belongs to the system's first process. So every start carries a variable of its own, which descendants inherit.
/// </summary>
internal static class ProcessTree
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    // Processes that are started while others are ended are found in the next round.
    private const int Rounds = 50;

    /// <param name="marker">The start of the variable's name.</param>
    /// <param name="grace">How long processes may take to end when asked to; none when zero.</param>
    /// <param name="hurry">Ends the patience early.</param>
    public static void End(string marker, IReadOnlyCollection<int> roots, TimeSpan grace, CancellationToken hurry = default)
    {
        if (OperatingSystem.IsWindows())
        {
            foreach (var root in roots)
                EndOnWindows(root);
            return;
        }

        if (grace > TimeSpan.Zero && Ask(marker, roots, grace, hurry))
            return;
        for (var round = 0; round < Rounds && Find(marker, roots) is { Count: > 0 } found; round++)
        {
            foreach (var id in found)
                UnixSignal.Send(id, UnixSignal.Kill);
            Thread.Yield();
        }
    }

    private static bool Ask(string marker, IReadOnlyCollection<int> roots, TimeSpan grace, CancellationToken hurry)
    {
        var asked = new HashSet<int>();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < grace && !hurry.IsCancellationRequested)
        {
            var found = Find(marker, roots);
            if (found.Count == 0)
                return true;
            foreach (var id in found.Where(asked.Add))
                UnixSignal.Send(id, UnixSignal.Terminate);
            hurry.WaitHandle.WaitOne(Poll);
        }

        return false;
    }

    private static IReadOnlyCollection<int> Find(string marker, IReadOnlyCollection<int> roots)
    {
        var processes = ProcessTable.Read(marker);
        var children = processes.ToLookup(x => x.Parent);
        var found = new HashSet<int>();
        var open = new Stack<int>(processes.Where(x => x.IsMarked || roots.Contains(x.Id)).Select(x => x.Id));
        while (open.TryPop(out var id))
        {
            if (!found.Add(id))
                continue;
            foreach (var child in children[id])
                open.Push(child.Id);
        }

        return found;
    }

    private static void EndOnWindows(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
