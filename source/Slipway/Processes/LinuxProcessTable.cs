using System.Globalization;
using System.Text;

namespace Slipway.Processes;

internal sealed class LinuxProcessTable : IProcessTable
{
    public Task<IReadOnlyList<ProcessEntry>> ReadAsync(string marker)
    {
        var searched = Encoding.ASCII.GetBytes(marker);
        var entries = new List<ProcessEntry>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && ReadParent(folder) is { } parent)
                entries.Add(new ProcessEntry(id, parent, HasMarker(folder, searched)));
        }

        return Task.FromResult<IReadOnlyList<ProcessEntry>>(entries);
    }

    private static int? ReadParent(string folder)
    {
        try
        {
            // "pid (name) state parent …", and the name may contain anything.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool HasMarker(string folder, ReadOnlySpan<byte> marker)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(marker) >= 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
