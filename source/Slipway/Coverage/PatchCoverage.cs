namespace Slipway.Coverage;

/// <summary>How many of the changed lines that are code the tests execute.</summary>
/// <param name="Missed">Those that they do not, by path below the workspace.</param>
public sealed record PatchCoverage(Tally Lines, IReadOnlyList<(string Path, LineRange Range)> Missed)
{
    /// <param name="workspace">The folder to which the paths of the data are relative.</param>
    public static PatchCoverage Of(CoverageData data, ChangedLines changes, string workspace)
    {
        var tally = default(Tally);
        var missed = new List<(string, LineRange)>();
        foreach (var file in data.Files)
        {
            var full = Path.GetFullPath(file.Path, workspace);
            if (!changes.Files.ContainsKey(full))
                continue;
            var lines = file.Lines.Keys.Where(line => changes.Has(full, line)).Order().ToList();
            tally = tally.And(Tally.Of(lines, line => file.Lines[line]));
            // What was not changed parts ranges as what is executed does.
            missed.AddRange(LineRange
                .Of(file.Lines.Keys.Order(), line => file.Lines[line] == 0 && changes.Has(full, line))
                .Select(range => (file.Path, range)));
        }

        return new PatchCoverage(tally, missed);
    }
}
