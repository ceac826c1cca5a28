using System.Formats.Tar;

namespace Nuke.Common.IO;

/// <summary>Writes and reads the entries of a tar archive.</summary>
internal static class TarContent
{
    public static void Write(Stream stream, IReadOnlyList<ArchiveContent> files)
    {
        using var writer = new TarWriter(stream, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var (name, file) in files)
        {
            using var content = File.OpenRead(file);
            writer.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, name)
            {
                ModificationTime = ArchiveContent.Timestamp,
                AccessTime = default,
                ChangeTime = default,
                Mode = ArchiveContent.ModeOf(file),
                Uid = 0,
                Gid = 0,
                UserName = string.Empty,
                GroupName = string.Empty,
                DataStream = content,
            });
        }
    }

    public static void Extract(AbsolutePath archiveFile, Stream stream, AbsolutePath directory)
    {
        using var reader = new TarReader(stream);
        directory.CreateDirectory();
        while (reader.GetNextEntry() is { } entry)
            Extract(archiveFile, entry, directory);
    }

    private static void Extract(AbsolutePath archiveFile, TarEntry entry, AbsolutePath directory)
    {
        if (entry.EntryType == TarEntryType.GlobalExtendedAttributes)
            return;
        var target = ArchiveTarget.Of(archiveFile, directory, entry.Name);
        target.Parent.CreateDirectory();
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                target.CreateDirectory();
                break;
            case TarEntryType.SymbolicLink:
                ArchiveTarget.CheckLink(archiveFile, directory, target, entry.LinkName);
                target.DeleteFile();
                File.CreateSymbolicLink(target, entry.LinkName);
                break;
            case TarEntryType.HardLink:
                target.DeleteFile();
                File.Copy(ArchiveTarget.Of(archiveFile, directory, entry.LinkName), target);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                target.DeleteFile();
                entry.ExtractToFile(target, overwrite: false);
                break;
            default:
                Assert.Fail($"Archive '{archiveFile}' has the entry '{entry.Name}' of the kind {entry.EntryType}, which is not unpacked");
                break;
        }
    }
}
