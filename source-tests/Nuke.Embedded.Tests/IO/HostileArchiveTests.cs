using System.Formats.Tar;
using System.IO.Compression;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public class HostileArchiveTests : TemporaryFolder
{
    private AbsolutePath Target => Root / "inner" / "out";

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("/tmp/evil-of-slipway")]
    [InlineData(@"..\evil")]
    [InlineData(@"C:\evil")]
    public void An_entry_that_leads_out_is_refused(string name)
    {
        using (var zip = new ZipArchive(File.Create(Root / "a.zip"), ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.WriteByte(1);
        }

        Tar(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) });

        foreach (var archive in new[] { Root / "a.zip", Root / "a.tgz" })
        {
            Should.Throw<Exception>(() => archive.UncompressTo(Target))
                .Message.ShouldBe($"Archive '{archive}' has the entry '{name}', which leads out of the target directory");
        }

        OutsideFiles().ShouldBeEmpty();
        File.Exists(name).ShouldBeFalse();
    }

    [Theory]
    [InlineData("link", "../outside")]
    [InlineData("link", "/etc")]
    [InlineData("a/link", "../../outside")]
    public void A_link_that_leads_out_is_refused(string name, string target)
    {
        Tar(new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target });

        Should.Throw<Exception>(() => (Root / "a.tgz").UncompressTo(Target))
            .Message.ShouldBe($"Archive '{Root / "a.tgz"}' has the link 'link' to '{target}', which leads out of the target directory");
        (Target / name).ToFileInfo().LinkTarget.ShouldBeNull();
    }

    [Fact]
    public void An_entry_through_a_link_is_refused()
    {
        Tar(
            new PaxTarEntry(TarEntryType.SymbolicLink, "a/b/up") { LinkName = "../.." },
            new PaxTarEntry(TarEntryType.SymbolicLink, "a/b/up/out") { LinkName = ".." },
            new PaxTarEntry(TarEntryType.RegularFile, "a/b/up/out/evil") { DataStream = new MemoryStream([1]) });

        Should.Throw<Exception>(() => (Root / "a.tgz").UncompressTo(Target))
            .Message.ShouldBe($"Archive '{Root / "a.tgz"}' has the entry 'a/b/up/out', which leads through the link '{Target / "a/b/up"}'");
        OutsideFiles().ShouldBeEmpty();
    }

    [Fact]
    public void A_file_does_not_go_where_a_link_of_its_name_points()
    {
        var outside = (Root / "outside").WriteAllText("safe");
        Target.CreateDirectory();
        File.CreateSymbolicLink(Target / "a", outside);
        Tar(new PaxTarEntry(TarEntryType.RegularFile, "a") { DataStream = new MemoryStream("evil"u8.ToArray()) });

        (Root / "a.tgz").UncompressTo(Target);

        outside.ReadAllText().ShouldBe("safe\n");
        (Target / "a").ReadAllText().ShouldBe("evil");
    }

    [Fact]
    public void Links_that_stay_inside_are_unpacked()
    {
        Tar(
            new PaxTarEntry(TarEntryType.Directory, "d/"),
            new PaxTarEntry(TarEntryType.RegularFile, "d/a") { DataStream = new MemoryStream("x"u8.ToArray()) },
            new PaxTarEntry(TarEntryType.SymbolicLink, "d/soft") { LinkName = "../d/a" },
            new PaxTarEntry(TarEntryType.HardLink, "hard") { LinkName = "d/a" });

        (Root / "a.tgz").UncompressTo(Target);

        (Target / "d" / "soft").ToFileInfo().LinkTarget.ShouldBe("../d/a");
        (Target / "d" / "soft").ReadAllText().ShouldBe("x");
        (Target / "hard").ReadAllText().ShouldBe("x");
    }

    private IEnumerable<AbsolutePath> OutsideFiles() =>
        Root.GetFiles(depth: int.MaxValue).Where(x => x.Parent != Root || x.Name == "evil");

    private void Tar(params TarEntry[] entries)
    {
        using var writer = new TarWriter(new GZipStream(File.Create(Root / "a.tgz"), CompressionLevel.Fastest));
        foreach (var entry in entries)
            writer.WriteEntry(entry);
    }
}
