using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public class FileExtensionsTests : TemporaryFolder
{
    [Fact]
    public void Existence_is_decided_by_what_the_argument_is_called()
    {
        var someFile = (Root / "a").TouchFile();
        var someDirectory = Root;
        var other = someFile;

        someFile.Exists().ShouldBeTrue();
        someDirectory.Exists().ShouldBeTrue();
        Should.Throw<Exception>(() => other.Exists())
            .Message.ShouldBe("'other' does not say whether it is a file or a directory: call FileExists() or DirectoryExists()");
        Root.FileExists().ShouldBeFalse();
        other.DirectoryExists().ShouldBeFalse();
        ((AbsolutePath?)null).FileExists().ShouldBeFalse();
    }

    [Fact]
    public void What_does_not_exist_is_null()
    {
        var file = (Root / "a").TouchFile();

        file.Existing().ShouldBe(file);
        file.ExistingFile().ShouldBe(file);
        file.ExistingDirectory().ShouldBeNull();
        (Root / "b").Existing().ShouldBeNull();
        new[] { file, Root, Root / "b" }.WhereFileExists().ShouldBe([file]);
        new[] { file, Root, Root / "b" }.WhereDirectoryExists().ShouldBe([Root]);
    }

    [Fact]
    public void Written_text_ends_in_exactly_one_line_break()
    {
        var file = Root / "new" / "a.txt";

        file.WriteAllText("a\n\n").ReadAllBytes().ShouldBe("a\n"u8.ToArray());
        file.WriteAllText("a\r\nb").ReadAllText().ShouldBe("a\r\nb\r\n");
        file.WriteAllText("a", eofLineBreak: false).ReadAllText().ShouldBe("a");
        file.UpdateText(x => x + "ü").ReadAllBytes().ShouldBe("aü\n"u8.ToArray());
    }

    [Fact]
    public void Written_lines_end_in_a_line_feed()
    {
        var file = Root / "a.txt";

        file.WriteAllLines(["a", "b"]).ReadAllText().ShouldBe("a\nb\n");
        file.WriteAllLines(["a", "b"], lineBreakType: PlatformFamily.Windows, eofLineBreak: false).ReadAllText().ShouldBe("a\r\nb");
        file.WriteAllLines(["a"]).AppendAllLines(["b"]).AppendAllText("c").ReadAllLines().ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void A_touched_file_is_created_or_keeps_its_content()
    {
        var time = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var file = (Root / "new" / "a.txt").TouchFile();

        file.WriteAllText("x").TouchFile(time);

        file.ReadAllText().ShouldBe("x\n");
        file.GetLastWriteTimeUtc().ShouldBe(time);
    }

    [Fact]
    public void A_cleaned_directory_is_empty_and_links_in_it_are_not_followed()
    {
        var kept = (Root / "outside" / "kept").TouchFile();
        var directory = (Root / "a").CreateDirectory();
        (directory / "b" / "c").TouchFile();
        Directory.CreateSymbolicLink(directory / "link", kept.Parent);

        directory.CreateOrCleanDirectory();

        Directory.EnumerateFileSystemEntries(directory).ShouldBeEmpty();
        kept.FileExists().ShouldBeTrue();
        new[] { directory, Root / "missing" }.DeleteDirectories();
        directory.DirectoryExists().ShouldBeFalse();
    }

    [Fact]
    public void Files_are_listed_sorted_to_the_given_depth()
    {
        foreach (var name in new[] { "b.txt", "a.txt", "c.md", "d/e.txt", "d/f/g.txt" })
            (Root / name).TouchFile();

        Names(Root.GetFiles()).ShouldBe(["a.txt", "b.txt", "c.md"]);
        Names(Root.GetFiles("*.txt", depth: 2)).ShouldBe(["a.txt", "b.txt", "d/e.txt"]);
        Names(Root.GetFiles("*.txt", depth: int.MaxValue)).ShouldBe(["a.txt", "b.txt", "d/e.txt", "d/f/g.txt"]);
        Names(Root.GetDirectories(depth: 2)).ShouldBe(["d", "d/f"]);
        Root.ContainsFile("*.md").ShouldBeTrue();
        Root.ContainsFile("g.*").ShouldBeFalse();
        Root.ContainsFile("g.*", SearchOption.AllDirectories).ShouldBeTrue();
        Root.ContainsDirectory("d").ShouldBeTrue();
    }

    [Fact]
    public void Extensions_are_compared_and_replaced()
    {
        var file = Root / "a.tar.gz";

        file.HasExtension(".gz").ShouldBeTrue();
        file.HasExtension("zip", "tar.gz").ShouldBeTrue();
        file.HasExtension("z").ShouldBeFalse();
        file.WithExtension("zip").ShouldBe(Root / "a.tar.zip");
        file.WithExtension(".zip").ShouldBe(Root / "a.tar.zip");
    }

    [Fact]
    public void The_nearest_directory_above_is_found()
    {
        (Root / "marker").TouchFile();
        var deep = Root / "a" / "b";

        deep.FindParent(x => x.ContainsFile("marker")).ShouldBe(Root);
        Root.FindParentOrSelf(x => x.ContainsFile("marker")).ShouldBe(Root);
        deep.FindParent(x => x.Name == "nowhere").ShouldBeNull();
    }

    [Fact]
    public void A_hash_depends_on_names_and_contents_only()
    {
        var first = (Root / "1" / "a").WriteAllText("x").Parent;
        var second = (Root / "2" / "a").WriteAllText("x").TouchFile(DateTime.UnixEpoch).Parent;
        (first / "a").GetFileHash().ShouldBe("401b30e3b8b5d629635a5c613cdb7919");
        first.GetDirectoryHash().ShouldBe(second.GetDirectoryHash());

        (second / "b").TouchFile();

        first.GetDirectoryHash().ShouldNotBe(second.GetDirectoryHash());
        first.GetDirectoryHash().ShouldBe(second.GetDirectoryHash(x => x.Name != "b"));
    }

    private IEnumerable<string> Names(IEnumerable<AbsolutePath> paths) => paths.Select(x => (string)Root.GetUnixRelativePathTo(x));
}
