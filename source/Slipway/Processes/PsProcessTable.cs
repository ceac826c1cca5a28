using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace Slipway.Processes;

/// <summary>The process table of macOS and the BSDs, where there is no /proc.</summary>
internal sealed class PsProcessTable : IProcessTable
{
    // -E shows the environment after the command.
    private static readonly string[] Arguments = ["-axEww", "-o", "pid=,ppid=,state=,command="];

    public async Task<IReadOnlyList<ProcessEntry>> ReadAsync(string marker)
    {
        var listing = await Cli.Wrap("/bin/ps").WithArguments(Arguments).ExecuteBufferedAsync();
        return Parse(listing.StandardOutput, marker);
    }

    public static IReadOnlyList<ProcessEntry> Parse(string listing, string marker) =>
    [
        .. from line in listing.Split('\n')
           let fields = line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           where fields.Length == 4 && !fields[2].StartsWith('Z')
           let id = Number(fields[0])
           let parent = Number(fields[1])
           where id is not null && parent is not null
           select new ProcessEntry(id.Value, parent.Value, fields[3].Contains(marker, StringComparison.Ordinal)),
    ];

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
