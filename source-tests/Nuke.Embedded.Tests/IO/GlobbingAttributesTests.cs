using System.Reflection;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Embedded.Tests.IO;

public class GlobbingAttributesTests : TemporaryFolder
{
    [FileGlobbing("**/*.rs", "*.md")]
    readonly IReadOnlyCollection<AbsolutePath> Files = [];

    [DirectoryGlobbing("*")]
    readonly AbsolutePath[] Directories = [];

    [Fact]
    public void Patterns_start_at_the_root_directory()
    {
        (Root / "src" / "a.rs").TouchFile();
        (Root / "b.md").TouchFile();

        Inject(nameof(Files));
        Inject(nameof(Directories));

        Files.ShouldBe([Root / "b.md", Root / "src" / "a.rs"]);
        Directories.ShouldBe([Root / "src"]);
    }

    [Fact]
    public void The_option_decides_about_case()
    {
        (Root / "a.RS").TouchFile();
        var before = Globbing.GlobbingCaseSensitivity;
        try
        {
            new GlobbingOptionsAttribute(GlobbingCaseSensitivity.CaseSensitive).OnBuildCreated([]);
            Root.GlobFiles("*.rs").ShouldBeEmpty();
            new GlobbingOptionsAttribute(GlobbingCaseSensitivity.CaseInsensitive).OnBuildCreated([]);
            Root.GlobFiles("*.rs").ShouldBe([Root / "a.RS"]);
        }
        finally
        {
            Globbing.GlobbingCaseSensitivity = before;
        }
    }

    private void Inject(string name)
    {
        var member = GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()!;
        attribute.Build = new RootedBuild(Root);
        member.SetValue(this, attribute.GetValue(member, this));
    }

    private sealed class RootedBuild(AbsolutePath root) : NukeBuild, INukeBuild
    {
        AbsolutePath INukeBuild.RootDirectory => root;
    }
}
