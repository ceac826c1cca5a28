using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>Packs directories into archives and unpacks them; the same files give the same bytes.</summary>
public static partial class CompressionExtensions
{
    private static readonly string[] ZipExtensions = [".zip"];
    private static readonly string[] GZipExtensions = [".tar.gz", ".tgz"];
    private static readonly string[] BZip2Extensions = [".tar.bz2", ".tbz2", ".tbz"];

    /// <summary>Packs the directory's files into a new archive of the kind its extension says.</summary>
    public static void CompressTo(this AbsolutePath directory, AbsolutePath archiveFile, Func<AbsolutePath, bool>? filter = null)
    {
        if (HasExtension(archiveFile, ZipExtensions))
            directory.ZipTo(archiveFile, filter);
        else if (HasExtension(archiveFile, GZipExtensions))
            directory.TarGZipTo(archiveFile, filter);
        else if (HasExtension(archiveFile, BZip2Extensions))
            directory.TarBZip2To(archiveFile, filter);
        else
            FailUnknown(archiveFile);
    }

    /// <summary>Unpacks an archive of the kind its extension says.</summary>
    public static void UncompressTo(this AbsolutePath archiveFile, AbsolutePath targetDirectory)
    {
        if (HasExtension(archiveFile, ZipExtensions))
            archiveFile.UnZipTo(targetDirectory);
        else if (HasExtension(archiveFile, GZipExtensions))
            archiveFile.UnTarGZipTo(targetDirectory);
        else if (HasExtension(archiveFile, BZip2Extensions))
            archiveFile.UnTarBZip2To(targetDirectory);
        else
            FailUnknown(archiveFile);
    }

    private static bool HasExtension(AbsolutePath file, string[] extensions) => file.Name.EndsWithAnyOrdinalIgnoreCase(extensions);

    private static void FailUnknown(AbsolutePath archiveFile) =>
        Assert.Fail(
            $"The extension of '{archiveFile}' says no known kind of archive; known are "
            + ZipExtensions.Concat(GZipExtensions).Concat(BZip2Extensions).JoinCommaAnd());
}
