using System.Formats.Tar;
using System.IO.Compression;

namespace Slipway.Packaging;

/// <summary>Tar with gzip: ustar entries, as those of pax carry the number of the process.</summary>
internal static class TarPacker
{
    private const UnixFileMode ProgramMode = FileMode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // Where gzip's header says which system wrote it; 3 is Unix. Source: RFC 1952, 2.3.1.
    private const int SystemOffset = 9;
    private const byte Unix = 3;

    public static async Task WriteAsync(Stream stream, string root, IReadOnlyList<ArchiveEntry> entries, DateTimeOffset time, CancellationToken cancellationToken)
    {
        await using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        await using (var tar = new TarWriter(gzip, TarEntryFormat.Ustar))
        {
            await tar.WriteEntryAsync(With(new UstarTarEntry(TarEntryType.Directory, root + "/"), ProgramMode, time), cancellationToken);
            foreach (var entry in entries)
            {
                await using var content = File.OpenRead(entry.SourceFile);
                var file = With(new UstarTarEntry(TarEntryType.RegularFile, $"{root}/{entry.Path}"), entry.IsProgram ? ProgramMode : FileMode, time);
                file.DataStream = content;
                await tar.WriteEntryAsync(file, cancellationToken);
            }
        }

        var end = stream.Position;
        stream.Position = SystemOffset;
        stream.WriteByte(Unix);
        stream.Position = end;
    }

    private static UstarTarEntry With(UstarTarEntry entry, UnixFileMode mode, DateTimeOffset time)
    {
        (entry.Mode, entry.ModificationTime, entry.Uid, entry.Gid, entry.UserName, entry.GroupName) = (mode, time, 0, 0, "", "");
        return entry;
    }
}
