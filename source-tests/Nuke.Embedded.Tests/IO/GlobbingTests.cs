using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public class GlobbingTests : TemporaryFolder
{
    public GlobbingTests()
    {
        foreach (var name in new[] { "a.cs", "b.rs", "c1.txt", "c2.txt", ".hidden", "src/d.rs", "src/bin/e.rs", "src/bin/f.toml", "test/bin/g.rs" })
            (Root / name).TouchFile();
    }

    [Theory]
    [InlineData("*.rs", "b.rs")]
    [InlineData("**/*.rs", "b.rs src/bin/e.rs src/d.rs test/bin/g.rs")]
    [InlineData("src/**/*.rs", "src/bin/e.rs src/d.rs")]
    [InlineData("**/bin/*", "src/bin/e.rs src/bin/f.toml test/bin/g.rs")]
    [InlineData("*.{cs,rs}", "a.cs b.rs")]
    [InlineData("{src,test}/bin/{e,g}.{rs,{x,y}}", "src/bin/e.rs test/bin/g.rs")]
    [InlineData("c?.txt", "c1.txt c2.txt")]
    [InlineData("c[2-3].txt", "c2.txt")]
    [InlineData("c[!2].txt", "c1.txt")]
    [InlineData("src/bin/**", "src/bin/e.rs src/bin/f.toml")]
    [InlineData("src/../*.cs", "a.cs")]
    [InlineData("./*.cs", "a.cs")]
    [InlineData(@"src\*.rs", "src/d.rs")]
    [InlineData(".*", ".hidden")]
    [InlineData("src", "")]
    [InlineData("missing/*", "")]
    public void Files_are_found_by_pattern(string pattern, string expected) => Names(Root.GlobFiles(pattern)).ShouldBe(expected);

    [Theory]
    [InlineData("*", "src test")]
    [InlineData("**/bin", "src/bin test/bin")]
    [InlineData("**", "src src/bin test test/bin")]
    [InlineData("s*/*", "src/bin")]
    [InlineData("a.cs", "")]
    public void Directories_are_found_by_pattern(string pattern, string expected) => Names(Root.GlobDirectories(pattern)).ShouldBe(expected);

    [Fact]
    public void Several_patterns_give_each_file_once() => Names(Root.GlobFiles("*.rs", "*.{cs,rs}", "b.*")).ShouldBe("a.cs b.rs");

    [Fact]
    public void A_circle_of_links_ends()
    {
        Directory.CreateSymbolicLink(Root / "src" / "circle", Root);

        Names(Root.GlobFiles("**/e.rs")).ShouldBe("src/bin/e.rs");
    }

    [Fact]
    public void A_rooted_or_unfinished_pattern_is_an_error()
    {
        Should.Throw<Exception>(() => Root.GlobFiles("/a")).Message.ShouldBe("Pattern '/a' must not be rooted");
        Should.Throw<Exception>(() => Root.GlobFiles("*.{a")).Message.ShouldBe("Pattern '*.{a' has an opening brace without a closing one");
    }

    private string Names(IEnumerable<AbsolutePath> paths) => string.Join(' ', paths.Select(x => Root.GetUnixRelativePathTo(x)));
}
