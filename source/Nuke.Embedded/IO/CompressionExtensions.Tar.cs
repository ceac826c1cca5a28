using System.IO.Compression;
using ICSharpCode.SharpZipLib.BZip2;

namespace Nuke.Common.IO;

public static partial class CompressionExtensions
{
    /// <summary>Packs the directory's files into a tar archive compressed by gzip.</summary>
    public static void TarGZipTo(
        this AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool>? filter = null,
        FileMode fileMode = FileMode.CreateNew) =>
        TarTo(archiveFile, ArchiveContent.Collect(directory, archiveFile, filter), fileMode, GZip);

    /// <summary>Packs the given files into a tar archive compressed by gzip.</summary>
    public static void TarGZipTo(
        this AbsolutePath baseDirectory,
        AbsolutePath archiveFile,
        IEnumerable<AbsolutePath> files,
        FileMode fileMode = FileMode.CreateNew) =>
        TarTo(archiveFile, ArchiveContent.Collect(baseDirectory, files), fileMode, GZip);

    /// <summary>Packs the directory's files into a tar archive compressed by bzip2.</summary>
    public static void TarBZip2To(
        this AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool>? filter = null,
        FileMode fileMode = FileMode.CreateNew) =>
        TarTo(archiveFile, ArchiveContent.Collect(directory, archiveFile, filter), fileMode, BZip2);

    /// <summary>Packs the given files into a tar archive compressed by bzip2.</summary>
    public static void TarBZip2To(
        this AbsolutePath baseDirectory,
        AbsolutePath archiveFile,
        IEnumerable<AbsolutePath> files,
        FileMode fileMode = FileMode.CreateNew) =>
        TarTo(archiveFile, ArchiveContent.Collect(baseDirectory, files), fileMode, BZip2);

    /// <summary>Unpacks a tar archive compressed by gzip; files that exist are replaced.</summary>
    public static void UnTarGZipTo(this AbsolutePath archiveFile, AbsolutePath targetDirectory)
    {
        using var stream = new GZipStream(File.OpenRead(archiveFile), CompressionMode.Decompress);
        TarContent.Extract(archiveFile, stream, targetDirectory);
    }

    /// <summary>Unpacks a tar archive compressed by bzip2; files that exist are replaced.</summary>
    public static void UnTarBZip2To(this AbsolutePath archiveFile, AbsolutePath targetDirectory)
    {
        using var stream = new BZip2InputStream(File.OpenRead(archiveFile));
        TarContent.Extract(archiveFile, stream, targetDirectory);
    }

    private static void TarTo(
        AbsolutePath archiveFile,
        IReadOnlyList<ArchiveContent> files,
        FileMode fileMode,
        Func<Stream, Stream> compress) =>
        WholeFile.Write(archiveFile, fileMode, stream =>
        {
            using var compressed = compress(stream);
            TarContent.Write(compressed, files);
        });

    private static GZipStream GZip(Stream stream) => new(stream, CompressionLevel.SmallestSize, leaveOpen: true);

    private static BZip2OutputStream BZip2(Stream stream) => new(stream) { IsStreamOwner = false };
}
