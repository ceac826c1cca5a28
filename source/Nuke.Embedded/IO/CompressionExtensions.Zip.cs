using System.IO.Compression;

namespace Nuke.Common.IO;

public static partial class CompressionExtensions
{
    // The upper half of a zip entry's attributes is a Unix mode; this bit says that it is one of a regular file.
    private const int RegularFile = 0x8000;

    /// <summary>Packs the directory's files into a zip archive.</summary>
    public static void ZipTo(
        this AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool>? filter = null,
        CompressionLevel compressionLevel = CompressionLevel.Optimal,
        FileMode fileMode = FileMode.CreateNew)
    {
        var files = ArchiveContent.Collect(directory, archiveFile, filter);
        WholeFile.Write(archiveFile, fileMode, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (name, file) in files)
            {
                var entry = archive.CreateEntry(name, compressionLevel);
                entry.LastWriteTime = ArchiveContent.Timestamp;
                entry.ExternalAttributes = ((int)ArchiveContent.ModeOf(file) | RegularFile) << 16;
                using var target = entry.Open();
                using var source = File.OpenRead(file);
                source.CopyTo(target);
            }
        });
    }

    /// <summary>Unpacks a zip archive; files that exist are replaced.</summary>
    public static void UnZipTo(this AbsolutePath archiveFile, AbsolutePath targetDirectory)
    {
        using var archive = ZipFile.OpenRead(archiveFile);
        targetDirectory.CreateDirectory();
        foreach (var entry in archive.Entries)
        {
            var target = ArchiveTarget.Of(archiveFile, targetDirectory, entry.FullName);
            if (entry.FullName.EndsWith('/'))
            {
                target.CreateDirectory();
                continue;
            }

            target.Parent.CreateDirectory();
            target.DeleteFile();
            entry.ExtractToFile(target);
        }
    }
}
