using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public class CopyAndMoveTests : TemporaryFolder
{
    private AbsolutePath Source => Root / "source";

    private AbsolutePath Target => Root / "new" / "target";

    public CopyAndMoveTests()
    {
        (Source / "a").WriteAllText("new a");
        (Source / "sub" / "b").WriteAllText("new b");
    }

    [Fact]
    public void A_directory_is_copied_without_what_is_excluded()
    {
        (Source / "skip" / "c").TouchFile();
        (Source / "sub" / "d").TouchFile();

        Source.Copy(Target, excludeDirectory: x => x.Name == "skip", excludeFile: x => x.Name == "d").ShouldBe(Target);

        Content(Target).ShouldBe(["a: new a", "sub/b: new b"]);
        Content(Source).Count().ShouldBe(4);
    }

    [Fact]
    public void What_exists_is_not_replaced_unless_asked_for()
    {
        (Target / "a").WriteAllText("old a");

        Message(() => Source.Copy(Target)).ShouldBe($"Directory '{Target}' exists already");
        Message(() => Source.Copy(Target, ExistsPolicy.DirectoryMerge | ExistsPolicy.FileFail)).ShouldBe($"File '{Target / "a"}' exists already");
        Message(() => (Source / "a").Copy(Target / "a")).ShouldBe($"File '{Target / "a"}' exists already");
        (Target / "a").ReadAllText().ShouldBe("old a\n");
    }

    [Fact]
    public void The_policy_decides_between_old_and_new_files()
    {
        (Target / "a").WriteAllText("old a");
        Source.Copy(Target, ExistsPolicy.MergeAndSkip);
        Content(Target).ShouldBe(["a: old a", "sub/b: new b"]);

        (Source / "a").TouchFile(DateTime.UnixEpoch.AddYears(30));
        Source.Copy(Target, ExistsPolicy.MergeAndOverwriteIfNewer);
        Content(Target).ShouldBe(["a: old a", "sub/b: new b"]);

        Source.Copy(Target, ExistsPolicy.MergeAndOverwrite);
        Content(Target).ShouldBe(["a: new a", "sub/b: new b"]);
    }

    [Fact]
    public void A_copy_into_a_directory_keeps_the_name()
    {
        (Source / "a").CopyToDirectory(Target).ShouldBe(Target / "a");
        Source.CopyToDirectory(Target);

        Content(Target).ShouldBe(["a: new a", "source/a: new a", "source/sub/b: new b"]);
        Message(() => (Source / "a").Copy(Root / "missing" / "a", createDirectories: false))
            .ShouldBe($"Directory '{Root / "missing"}' does not exist");
    }

    [Fact]
    public void A_directory_cannot_be_copied_into_itself()
    {
        Message(() => Source.Copy(Source / "inner")).ShouldBe($"'{Source / "inner"}' must not be '{Source}' or stand in it");
        Message(() => (Root / "nothing").Copy(Target)).ShouldBe($"'{Root / "nothing"}' does not exist");
    }

    [Fact]
    public void Links_to_directories_are_copied_as_links()
    {
        Directory.CreateSymbolicLink(Source / "circle", ".");

        Source.Copy(Target);

        (Target / "circle").ToDirectoryInfo().LinkTarget.ShouldBe(".");
    }

    [Fact]
    public void A_moved_directory_is_gone()
    {
        Source.Move(Target);

        Content(Target).ShouldBe(["a: new a", "sub/b: new b"]);
        Source.DirectoryExists().ShouldBeFalse();
    }

    [Fact]
    public void A_merge_leaves_what_was_skipped_unless_told_to_delete_it()
    {
        (Target / "a").WriteAllText("old a");

        Source.Move(Target, ExistsPolicy.MergeAndSkip);
        Content(Target).ShouldBe(["a: old a", "sub/b: new b"]);
        Content(Source).ShouldBe(["a: new a"]);

        Source.Move(Target, ExistsPolicy.MergeAndSkip, deleteRemainingFiles: true);
        Source.DirectoryExists().ShouldBeFalse();
    }

    [Fact]
    public void Files_get_other_names()
    {
        (Source / "a").Rename("x.txt").RenameWithoutExtension("y").Rename(x => x.Name + ".bak").ShouldBe(Source / "y.txt.bak");
        (Source / "y.txt.bak").MoveToDirectory(Target).ReadAllText().ShouldBe("new a\n");
    }

    private static string Message(Action action) => Should.Throw<Exception>(action).Message;

    private static IEnumerable<string> Content(AbsolutePath directory) =>
        directory.GetFiles(depth: int.MaxValue).Select(x => $"{directory.GetUnixRelativePathTo(x)}: {x.ReadAllText().Trim()}");
}
