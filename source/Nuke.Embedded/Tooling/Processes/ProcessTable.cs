using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Nuke.Common.Tooling;

/// <summary>What runs on this machine.</summary>
internal static class ProcessTable
{
    // -E shows the environment behind the command.
    private static readonly string[] PsArguments = ["-axEww", "-o", "pid=,ppid=,state=,command="];

    public static IReadOnlyList<ProcessEntry> Read(string marker)
        => OperatingSystem.IsLinux() ? ReadProc(marker) : ReadPs(marker);

    public static IReadOnlyList<ProcessEntry> ParsePs(string listing, string marker) =>
    [
        .. from line in listing.Split('\n')
           let fields = line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           where fields.Length == 4 && !fields[2].StartsWith('Z')
           select new ProcessEntry(
               int.Parse(fields[0], CultureInfo.InvariantCulture),
               int.Parse(fields[1], CultureInfo.InvariantCulture),
               fields[3].Contains(marker, StringComparison.Ordinal)),
    ];

    private static IReadOnlyList<ProcessEntry> ReadPs(string marker)
    {
        var listing = Cli.Wrap("/bin/ps").WithArguments(PsArguments).ExecuteBufferedAsync().GetAwaiter().GetResult();
        return ParsePs(listing.StandardOutput, marker);
    }

    private static IReadOnlyList<ProcessEntry> ReadProc(string marker)
    {
        var searched = Encoding.ASCII.GetBytes(marker);
        var entries = new List<ProcessEntry>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && ReadParent(folder) is { } parent)
                entries.Add(new ProcessEntry(id, parent, HasMarker(folder, searched)));
        }

        return entries;
    }

    private static int? ReadParent(string folder)
    {
        try
        {
            // "pid (name) state parent …", where the name may contain anything.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 3);
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
