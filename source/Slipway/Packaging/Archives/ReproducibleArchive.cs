namespace Slipway.Packaging;

/// <summary>
/// Archives whose bytes depend on names and contents of their files and on the time that is given, and on nothing else:
/// not on modes, owners, times or the folder that the files are in.
/// </summary>
public static class ReproducibleArchive
{
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The clock of zip archives ends in 2107.
    private static readonly DateTimeOffset Latest = new(2107, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs files under one root folder, which has the name of the archive.</summary>
    /// <param name="path">Ends with <c>.tar.gz</c> or <c>.zip</c>.</param>
    /// <param name="time">The time of all files, which should be the commit's.</param>
    /// <exception cref="SlipwayException">Two files have one name, a file is missing, or a name is none.</exception>
    public static Task WriteAsync(string path, IEnumerable<ArchiveEntry> entries, DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        var name = Path.GetFileName(path);
        var isZip = name.EndsWith(".zip", StringComparison.Ordinal);
        var root = name[..^(isZip ? ".zip".Length : ".tar.gz".Length)];
        var sorted = Check(entries, name);
        var stamp = time < Earliest ? Earliest : time > Latest ? Latest : time;
        return AtomicFile.WriteAsync(
            path,
            (stream, token) => isZip ? ZipPacker.WriteAsync(stream, root, sorted, stamp, token) : TarPacker.WriteAsync(stream, root, sorted, stamp, token),
            cancellationToken);
    }

    private static List<ArchiveEntry> Check(IEnumerable<ArchiveEntry> entries, string archive)
    {
        var sorted = entries.OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
            throw Wrong(archive, "would be empty");
        foreach (var entry in sorted)
        {
            if (entry.Path.Split('/').Any(part => part is "" or "." or "..") || entry.Path.AsSpan().ContainsAny('\\', '\0'))
                throw Wrong(archive, $"cannot have a file called '{entry.Path}'");
            if (!File.Exists(entry.SourceFile))
                throw Wrong(archive, $"needs {entry.SourceFile}, which is not there");
        }

        // Windows and macOS would unpack one over the other.
        var twice = sorted.GroupBy(entry => entry.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? sorted : throw Wrong(archive, $"would have two files called '{twice.Key}'");
    }

    private static SlipwayException Wrong(string archive, string what) =>
        new(ErrorKind.Configuration, $"{archive} {what}.", "What goes into the archive is said by the build class and by the workspace's files.");
}
