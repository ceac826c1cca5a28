using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public class RelativePathTests
{
    [Theory]
    [InlineData("/a/b", "/a/b/c/d", "c/d")]
    [InlineData("/a/b", "/a/c", "../c")]
    [InlineData("/a/b", "/a", "..")]
    [InlineData("/a", "/a", ".")]
    [InlineData("/", "/a", "a")]
    [InlineData(@"C:\a", @"c:\A\b", "b")]
    public void The_way_to_another_path_is_relative(string from, string to, string expected)
    {
        PathConstruction.GetUnixRelativePath(from, to).ShouldBe(expected);
        ((AbsolutePath)from).GetUnixRelativePathTo(to).ToString().ShouldBe(expected);
        ((AbsolutePath)from).GetRelativePathTo(to).ToUnixRelativePath().ToString().ShouldBe(expected);
        ((AbsolutePath)from).GetWinRelativePathTo(to).ToString().ShouldBe(expected.Replace('/', '\\'));
    }

    [Fact]
    public void Different_roots_are_an_error() =>
        Should.Throw<Exception>(() => PathConstruction.GetRelativePath(@"C:\a", @"D:\a"))
            .Message.ShouldBe(@"Paths 'C:\a' and 'D:\a' must have the same root");

    [Theory]
    [InlineData("/a", "/a/b", true)]
    [InlineData("/a", "/a", true)]
    [InlineData("/a", "/ab", false)]
    [InlineData("/a/b", "/a", false)]
    [InlineData("/a", "/A/b", false)]
    [InlineData(@"C:\a", @"c:\A\b", true)]
    public void A_path_contains_what_stands_below_it(string path, string other, bool expected) =>
        ((AbsolutePath)path).Contains(other).ShouldBe(expected);

    [Fact]
    public void Parts_can_be_added()
    {
        ((string)((UnixRelativePath)@"a\b" / "c")).ShouldBe("a/b/c");
        ((string)((WinRelativePath)"a/b" / ".." / "c")).ShouldBe(@"a\c");
        ((string)((UnixRelativePath)"a" / ..)).ShouldBe(".");
        ((string)((UnixRelativePath)"a" + "b")).ShouldBe("ab");
        ((string)((UnixRelativePath)".." / "../x")).ShouldBe("../../x");
    }

    [Fact]
    public void A_rooted_path_is_not_relative() =>
        Should.Throw<Exception>(() => (RelativePath)"/a").Message.ShouldBe("Path '/a' must not be rooted");

    [Theory]
    [InlineData("/a", "/")]
    [InlineData(@"C:\a", @"C:\")]
    [InlineData("C:", "C:")]
    [InlineData(@"\\server", @"\\")]
    [InlineData("a", "")]
    [InlineData("", "")]
    public void The_root_of_a_path_is_found(string path, string root)
    {
        PathConstruction.GetPathRoot(path).ShouldBe(root);
        PathConstruction.HasPathRoot(path).ShouldBe(root.Length > 0);
    }
}
