using System.Globalization;

namespace Nuke.Common.IO;

/// <summary>A file and its name in an archive.</summary>
internal sealed record ArchiveContent(string Name, AbsolutePath File)
{
    private const UnixFileMode PermissionBits = (UnixFileMode)0b111_111_111;

    private const UnixFileMode PlainFile =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The time every entry gets: the one reproducible builds agree on by variable, or the first that zip can say.</summary>
    public static DateTimeOffset Timestamp
    {
        get
        {
            var earliest = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var epoch = Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH");
            if (string.IsNullOrEmpty(epoch))
                return earliest;
            Assert.True(
                long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= uint.MaxValue,
                $"SOURCE_DATE_EPOCH must be a number of seconds since 1970, but is '{epoch}'");
            var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return time < earliest ? earliest : time;
        }
    }

    public static UnixFileMode ModeOf(AbsolutePath file) =>
        OperatingSystem.IsWindows() ? PlainFile : System.IO.File.GetUnixFileMode(file) & PermissionBits;

    public static IReadOnlyList<ArchiveContent> Collect(
        AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool>? filter)
    {
        Assert.DirectoryExists(directory, $"Directory '{directory}' does not exist");
        return Collect(
            directory,
            Walk(directory).Where(x => x != archiveFile && (filter?.Invoke(x) ?? true)));
    }

    public static IReadOnlyList<ArchiveContent> Collect(AbsolutePath directory, IEnumerable<AbsolutePath> files)
    {
        var content = files
            .Select(x => new ArchiveContent(directory.GetUnixRelativePathTo(x), x))
            .DistinctBy(x => x.Name)
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var (_, file) in content)
            Assert.True(directory.Contains(file), $"File '{file}' must stand in '{directory}' to be packed");
        return content;
    }

    // Links to directories are followed, as files behind links are, except where that would never end.
    private static IEnumerable<AbsolutePath> Walk(AbsolutePath directory) =>
        directory.GetFiles().Concat(directory.GetDirectories().Where(x => !LeadsToItself(x)).SelectMany(Walk));

    private static bool LeadsToItself(AbsolutePath directory) =>
        Directory.ResolveLinkTarget(directory, returnFinalTarget: true) is { } target
        && PathConstruction.IsDescendantPath(target.FullName, directory);
}
