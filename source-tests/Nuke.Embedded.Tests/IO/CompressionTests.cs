using System.Formats.Tar;
using System.IO.Compression;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public class CompressionTests : TemporaryFolder
{
    private AbsolutePath Source => Root / "source";

    public CompressionTests()
    {
        (Source / "b.txt").WriteAllText("b");
        (Source / "sub" / "a.txt").WriteAllText("a");
        (Source / "tool").WriteAllText("#!/bin/sh");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Source / "tool", Executable);
    }

    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;

    public static TheoryData<string> Archives => ["a.zip", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tbz2", "a.tbz"];

    [Theory]
    [MemberData(nameof(Archives))]
    public void A_directory_comes_out_as_it_went_in(string name)
    {
        Source.CompressTo(Root / "new" / name);
        (Root / "new" / name).UncompressTo(Root / "out");

        (Root / "out").GetDirectoryHash().ShouldBe(Source.GetDirectoryHash());
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Root / "out" / "tool").ShouldBe(Executable);
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void The_same_files_give_the_same_bytes(string name)
    {
        Source.CompressTo(Root / name);
        var copy = Root / "copy";
        foreach (var file in Source.GetFiles(depth: 2).Reverse())
            file.Copy(copy / Source.GetRelativePathTo(file)).TouchFile(new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        copy.CompressTo(Root / "copy" / name);

        (copy / name).ReadAllBytes().ShouldBe((Root / name).ReadAllBytes());
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void A_filter_leaves_files_out(string name)
    {
        Source.CompressTo(Root / name, x => x.Parent == Source);
        (Root / name).UncompressTo(Root / "out");

        (Root / "out").GetFiles(depth: 2).Select(x => x.Name).ShouldBe(["b.txt", "tool"]);
    }

    [Fact]
    public void Entries_are_sorted_and_nobodys()
    {
        Source.TarGZipTo(Root / "a.tgz");
        using var reader = new TarReader(new GZipStream(File.OpenRead(Root / "a.tgz"), CompressionMode.Decompress));
        var entries = new List<string>();
        while (reader.GetNextEntry() is { } entry)
            entries.Add($"{entry.Name} {entry.Uid} {entry.Gid} {entry.ModificationTime.Year}");

        entries.ShouldBe(["b.txt 0 0 1980", "sub/a.txt 0 0 1980", "tool 0 0 1980"]);
    }

    [Fact]
    public void Chosen_files_are_packed_below_their_base()
    {
        Source.TarGZipTo(Root / "a.tgz", [Source / "tool", Source / "sub" / "a.txt"]);
        (Root / "a.tgz").UnTarGZipTo(Root / "out");

        (Root / "out").GetFiles(depth: 2).Select(x => x.Name).ShouldBe(["tool", "a.txt"]);
        Message(() => Source.TarGZipTo(Root / "b.tgz", [(Root / "outside").TouchFile()]))
            .ShouldBe($"File '{Root / "outside"}' must stand in '{Source}' to be packed");
    }

    [Fact]
    public void An_existing_archive_is_replaced_only_if_asked_for()
    {
        var archive = (Root / "a.zip").WriteAllText("old");

        Message(() => Source.ZipTo(archive)).ShouldBe($"File '{archive}' exists already; pass FileMode.Create to replace it");
        archive.ReadAllText().ShouldBe("old\n");
        Source.ZipTo(archive, fileMode: FileMode.Create);
        archive.UnZipTo(Root / "out");
        (Root / "out" / "b.txt").FileExists().ShouldBeTrue();
        Message(() => Source.ZipTo(Root / "b.zip", fileMode: FileMode.Truncate)).ShouldContain("does not exist");
        Message(() => Source.ZipTo(archive, fileMode: FileMode.Append)).ShouldContain("cannot be appended to");
    }

    [Fact]
    public void A_failed_archive_leaves_nothing_behind()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(Source / "dangling", "nowhere");

        Should.Throw<FileNotFoundException>(() => Source.CompressTo(Root / "new" / "a.zip"));

        (Root / "new").GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public void Directories_behind_links_are_packed_unless_they_lead_to_themselves()
    {
        Directory.CreateSymbolicLink(Source / "circle", Source);
        Directory.CreateSymbolicLink(Source / "link", Source / "sub");

        Source.TarGZipTo(Root / "a.tgz");
        (Root / "a.tgz").UnTarGZipTo(Root / "out");

        (Root / "out").GetFiles(depth: 3).Select(x => (string)(Root / "out").GetUnixRelativePathTo(x))
            .ShouldBe(["b.txt", "tool", "link/a.txt", "sub/a.txt"]);
    }

    [Fact]
    public void Unpacking_replaces_files()
    {
        Source.TarGZipTo(Root / "a.tgz");
        (Root / "out" / "b.txt").WriteAllText("old");

        (Root / "a.tgz").UnTarGZipTo(Root / "out");

        (Root / "out" / "b.txt").ReadAllText().ShouldBe("b\n");
    }

    [Fact]
    public void An_unknown_extension_is_an_error_that_names_the_known_ones() =>
        Message(() => Source.CompressTo(Root / "a.rar")).ShouldBe(
            $"The extension of '{Root / "a.rar"}' says no known kind of archive; known are "
            + ".zip, .tar.gz, .tgz, .tar.bz2, .tbz2, and .tbz");

    private static string Message(Action action) => Should.Throw<Exception>(action).Message;
}
