using Nuke.Common.Git;
using Nuke.Common.Tools.GitHub;

namespace Nuke.Embedded.Tests.Git;

public class GitRemoteUrlTests
{
    [Theory]
    [InlineData("https://github.com/owner/name.git", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("https://github.com/owner/name", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("https://github.com/owner/name/", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("https://user:token@github.com/owner/name.git", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("http://localhost:3000/owner/name.git", GitProtocol.Https, "localhost:3000", "owner/name")]
    [InlineData("https://gitlab.com/group/sub/name.git", GitProtocol.Https, "gitlab.com", "group/sub/name")]
    [InlineData("git@github.com:owner/name.git", GitProtocol.Ssh, "github.com", "owner/name")]
    [InlineData("github.com:owner/name", GitProtocol.Ssh, "github.com", "owner/name")]
    [InlineData("ssh://git@github.com/owner/name.git", GitProtocol.Ssh, "github.com", "owner/name")]
    [InlineData("ssh://git@example.org:2222/owner/name.git", GitProtocol.Ssh, "example.org", "owner/name")]
    [InlineData("git://example.org/owner/name.git", null, "example.org", "owner/name")]
    public void An_address_has_a_protocol_a_host_and_a_name(string url, GitProtocol? protocol, string endpoint, string identifier)
    {
        var repository = GitRepository.FromUrl(url, "main");
        repository.Protocol.ShouldBe(protocol);
        repository.Endpoint.ShouldBe(endpoint);
        repository.Identifier.ShouldBe(identifier);
        repository.Branch.ShouldBe("main");
    }

    [Theory]
    [InlineData("/srv/git/name.git")]
    [InlineData("../name")]
    [InlineData("file:///srv/git/name.git")]
    [InlineData(@"C:\git\name")]
    public void A_local_path_is_no_address_of_a_host(string url)
    {
        GitRemoteUrl.Parse(url).ShouldBe(new GitRemoteUrl(null, null, null, null));
        Should.Throw<Exception>(() => GitRepository.FromUrl(url)).Message.ShouldContain("is not the address of a git repository");
    }

    [Theory]
    [InlineData("git@github.com:owner/name.git", "git@github.com:owner/name")]
    [InlineData("https://github.com/owner/name", "https://github.com/owner/name")]
    public void A_repository_reads_like_its_address(string url, string expected)
        => GitRepository.FromUrl(url).ToString().ShouldBe(expected);

    [Fact]
    public void Both_kinds_of_address_are_known_whichever_was_given()
    {
        var repository = GitRepository.FromUrl("ssh://git@example.org:2222/owner/name");
        repository.HttpsUrl.ShouldBe("https://example.org/owner/name.git");
        repository.SshUrl.ShouldBe("ssh://git@example.org:2222/owner/name.git");
        GitRepository.FromUrl("https://github.com/owner/name").SshUrl.ShouldBe("git@github.com:owner/name.git");
    }

    [Theory]
    [InlineData("main", "main or master")]
    [InlineData("master", "main or master")]
    [InlineData("develop", "develop")]
    [InlineData("feature/a", "feature")]
    [InlineData("release/1.0", "release")]
    [InlineData("hotfix/a", "hotfix")]
    [InlineData("else", "")]
    [InlineData(null, "")]
    public void The_name_of_a_branch_tells_its_kind(string? branch, string kind)
    {
        var repository = GitRepository.FromUrl("https://github.com/owner/name").SetBranch(branch!);
        repository.IsOnMainOrMasterBranch().ShouldBe(kind == "main or master");
        repository.IsOnDevelopBranch().ShouldBe(kind == "develop");
        repository.IsOnFeatureBranch().ShouldBe(kind == "feature");
        repository.IsOnReleaseBranch().ShouldBe(kind == "release");
        repository.IsOnHotfixBranch().ShouldBe(kind == "hotfix");
    }

    [Fact]
    public void Addresses_on_GitHub_are_made_without_asking_it()
    {
        var repository = GitRepository.FromUrl("git@github.com:owner/name.git", "main");
        repository.GetGitHubOwner().ShouldBe("owner");
        repository.GetGitHubName().ShouldBe("name");
        repository.GetGitHubCommitUrl("abc").ShouldBe("https://github.com/owner/name/commit/abc");
        repository.GetGitHubCompareTagsUrl("1.0", "2.0").ShouldBe("https://github.com/owner/name/compare/1.0...2.0");
        repository.GetGitHubDownloadUrl("a/b.txt").ShouldBe("https://raw.githubusercontent.com/owner/name/main/a/b.txt");
        repository.GetGitHubBrowseUrl().ShouldBe("https://github.com/owner/name/tree/main");
        repository.GetGitHubBrowseUrl("a/b.txt", "dev").ShouldBe("https://github.com/owner/name/blob/dev/a/b.txt");
        repository.GetGitHubBrowseUrl("a", itemType: GitHubItemType.Directory).ShouldBe("https://github.com/owner/name/tree/main/a");
    }

    [Fact]
    public void A_repository_elsewhere_has_no_address_on_GitHub()
        => Should.Throw<Exception>(() => GitRepository.FromUrl("https://gitlab.com/owner/name").GetGitHubOwner())
            .Message.ShouldBe("https://gitlab.com/owner/name is not on GitHub");
}
