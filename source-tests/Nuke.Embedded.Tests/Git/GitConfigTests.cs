using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Embedded.Tests.IO;

namespace Nuke.Embedded.Tests.Git;

public class GitConfigTests : TemporaryFolder
{
    [Fact]
    public void A_configuration_is_read_as_git_reads_it()
    {
        var file = Root / "config";
        file.WriteAllText(
            """
            # a comment
            [core]
                bare = false ; said so
            [Remote "my \"origin\""]
                URL = "https://example.org/a#b.git" # not the value
                url=https://example.org/\
            c.git
                flag
            [branch "feature/x"]
                merge =   refs/heads/x   
            """);
        var config = GitConfig.Read(file);
        config.Get("core", "", "bare").ShouldBe("false");
        config.Get("remote", "my \"origin\"", "url").ShouldBe("https://example.org/c.git");
        config.Get("remote", "my \"origin\"", "flag").ShouldBe("true");
        config.Get("branch", "feature/x", "merge").ShouldBe("refs/heads/x");
        config.Get("branch", "Feature/X", "merge").ShouldBeNull();
        config.Names("remote").ShouldBe(["my \"origin\""]);
    }

    [Fact]
    public void A_missing_configuration_is_empty() => GitConfig.Read(Root / "none").Names("remote").ShouldBeEmpty();
}
