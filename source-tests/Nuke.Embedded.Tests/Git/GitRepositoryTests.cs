using Nuke.Common.CI;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Git;
using Nuke.Embedded.Tests.IO;

namespace Nuke.Embedded.Tests.Git;

public class GitRepositoryTests : TemporaryFolder
{
    private readonly AbsolutePath _folder;

    public GitRepositoryTests()
    {
        _folder = Root / "work";
        Directory.CreateDirectory(_folder);
        Git("init --quiet --initial-branch=main .");
        Commit("first");
    }

    private string HeadCommit => GitTasks.GitCurrentCommit(_folder);

    [Fact]
    public void A_branch_is_checked_out()
    {
        Git("remote add origin https://github.com/owner/name.git");
        var repository = GitRepository.FromLocalDirectory(_folder);
        repository.Branch.ShouldBe("main");
        repository.Head.ShouldBe("refs/heads/main");
        repository.Commit.ShouldBe(HeadCommit);
        repository.LocalDirectory.ShouldBe(_folder);
        repository.Identifier.ShouldBe("owner/name");
        repository.RemoteName.ShouldBe("origin");
        repository.RemoteBranch.ShouldBeNull();
        repository.Tags.ShouldBeEmpty();
        repository.ToString().ShouldBe("https://github.com/owner/name");
    }

    [Fact]
    public void A_folder_inside_belongs_to_the_repository()
    {
        var inner = _folder / "a" / "b";
        Directory.CreateDirectory(inner);
        GitRepository.FromLocalDirectory(inner).LocalDirectory.ShouldBe(_folder);
    }

    [Fact]
    public void A_repository_without_remote_has_a_branch_and_a_commit()
    {
        var repository = GitRepository.FromLocalDirectory(_folder);
        repository.Protocol.ShouldBeNull();
        repository.HttpsUrl.ShouldBeNull();
        repository.Commit.ShouldBe(HeadCommit);
        repository.ToString().ShouldBe(_folder);
    }

    [Fact]
    public void A_folder_outside_of_any_repository_is_an_error()
        => Should.Throw<ArgumentException>(() => GitRepository.FromLocalDirectory(Root))
            .Message.ShouldBe($"'{Root}' is in no git repository: there is no '.git' in it or above it");

    [Fact]
    public void A_branch_without_commits_has_none()
    {
        Git("checkout --quiet --orphan empty");
        var repository = GitRepository.FromLocalDirectory(_folder);
        repository.Branch.ShouldBe("empty");
        repository.Commit.ShouldBeNull();
        repository.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void A_commit_can_be_checked_out_without_a_branch()
    {
        Git("checkout --quiet --detach");
        var repository = GitRepository.FromLocalDirectory(_folder);
        repository.Branch.ShouldBeNull();
        repository.Head.ShouldBe(HeadCommit);
        repository.Commit.ShouldBe(HeadCommit);
        GitTasks.GitIsDetached(_folder).ShouldBeTrue();
    }

    [Fact]
    public void The_tracked_remote_is_the_one_that_counts()
    {
        Git("remote add origin https://github.com/fork/name.git");
        Git("remote add upstream git@github.com:owner/name.git");
        Git("config branch.main.remote upstream");
        Git("config branch.main.merge refs/heads/trunk");
        var repository = GitRepository.FromLocalDirectory(_folder);
        repository.RemoteName.ShouldBe("upstream");
        repository.RemoteBranch.ShouldBe("trunk");
        repository.Identifier.ShouldBe("owner/name");
        repository.Protocol.ShouldBe(GitProtocol.Ssh);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tags_of_the_commit_are_known_whether_packed_or_not(bool packed)
    {
        Git("tag light");
        Git("tag -m \"annotated\" group/annotated");
        Git("tag -m \"tag of a tag\" nested group/annotated");
        Commit("second");
        Git("tag -m \"later\" v2");
        Git("checkout --quiet --detach light");
        if (packed)
            Git("pack-refs --all");
        GitRepository.FromLocalDirectory(_folder).Tags.ShouldBe(["group/annotated", "light", "nested"]);
    }

    [Fact]
    public void A_tag_whose_object_is_in_a_pack_is_known()
    {
        Git("tag -m \"annotated\" v1");
        Git("gc --quiet --prune=now");
        Git("update-ref refs/tags/v2 refs/tags/v1");
        File.Exists(_folder / ".git" / "refs" / "tags" / "v2").ShouldBeTrue();
        GitRepository.FromLocalDirectory(_folder).Tags.ShouldBe(["v1", "v2"]);
    }

    [Fact]
    public void A_loose_tag_hides_a_packed_one_of_the_same_name()
    {
        Git("tag v1");
        Git("pack-refs --all");
        Commit("second");
        Git("tag --force v1");
        GitRepository.FromLocalDirectory(_folder).Tags.ShouldBe(["v1"]);
        Git("checkout --quiet --detach HEAD~");
        GitRepository.FromLocalDirectory(_folder).Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Packed_branches_are_read()
    {
        Git("pack-refs --all");
        GitRepository.FromLocalDirectory(_folder).Commit.ShouldBe(HeadCommit);
    }

    [Fact]
    public void A_worktree_is_a_repository_of_its_own_that_shares_remotes_and_tags()
    {
        Git("remote add origin https://github.com/owner/name.git");
        Git("tag v1");
        var worktree = Root / "other tree";
        Git($"worktree add --quiet -b topic {worktree}");
        var repository = GitRepository.FromLocalDirectory(worktree);
        repository.LocalDirectory.ShouldBe(worktree);
        repository.Branch.ShouldBe("topic");
        repository.Commit.ShouldBe(HeadCommit);
        repository.Identifier.ShouldBe("owner/name");
        repository.Tags.ShouldBe(["v1"]);
    }

    [Fact]
    public void A_submodule_is_a_repository_of_its_own()
    {
        var inner = Root / "inner";
        Directory.CreateDirectory(inner);
        Git("init --quiet --initial-branch=dev .", inner);
        Commit("inner", inner);
        Git($"-c protocol.file.allow=always submodule --quiet add {inner} sub");
        var repository = GitRepository.FromLocalDirectory(_folder / "sub");
        repository.LocalDirectory.ShouldBe(_folder / "sub");
        repository.Branch.ShouldBe("dev");
        repository.Commit.ShouldBe(GitTasks.GitCurrentCommit(inner));
        repository.Identifier.ShouldBeNull();
    }

    [Fact]
    public void A_CI_host_knows_the_branch_of_a_checked_out_commit()
    {
        Git("checkout --quiet --detach");
        var repository = GitRepository.Read(_folder).With(new Server("topic", "abc"));
        repository.Branch.ShouldBe("topic");
        repository.Commit.ShouldBe("abc");
        repository.LocalDirectory.ShouldBe(_folder);
    }

    [Fact]
    public void A_working_copy_is_clean_until_a_file_is_added()
    {
        GitTasks.GitHasCleanWorkingCopy(_folder).ShouldBeTrue();
        GitTasks.GitCurrentBranch(_folder).ShouldBe("main");
        File.WriteAllText(_folder / "new", "");
        GitTasks.GitHasCleanWorkingCopy(_folder).ShouldBeFalse();
    }

    private static readonly Dictionary<string, string> Isolated = new(Nuke.Common.EnvironmentInfo.Variables)
    {
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_AUTHOR_NAME"] = "A",
        ["GIT_AUTHOR_EMAIL"] = "a@example.org",
        ["GIT_COMMITTER_NAME"] = "A",
        ["GIT_COMMITTER_EMAIL"] = "a@example.org",
    };

    private void Commit(string message, AbsolutePath? folder = null) => Git($"commit --quiet --allow-empty -m {message}", folder);

    private IReadOnlyCollection<Output> Git(ArgumentStringHandler arguments, AbsolutePath? folder = null)
        => GitTasks.Git(arguments, workingDirectory: folder ?? _folder, environmentVariables: Isolated);

    private sealed class Server(string branch, string commit) : IBuildServer
    {
        public string Branch => branch;

        public string Commit => commit;
    }
}
