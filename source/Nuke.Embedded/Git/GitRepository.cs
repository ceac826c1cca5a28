using Nuke.Common.CI;
using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>A git repository: where it comes from, and what is checked out.</summary>
public class GitRepository
{
    private readonly GitRemoteUrl _url;
    private readonly Lazy<IReadOnlyCollection<string>> _tags;

    private GitRepository(GitRemoteUrl url, string? branch, Lazy<IReadOnlyCollection<string>> tags)
    {
        _url = url;
        _tags = tags;
        Branch = branch!;
    }

    public GitProtocol? Protocol => _url.Protocol;

    /// <summary>The host, as in <c>github.com</c>.</summary>
    public string Endpoint => _url.Endpoint!;

    /// <summary>What the host calls the repository, as in <c>owner/name</c>.</summary>
    public string Identifier => _url.Identifier!;

    /// <summary>The folder of the working copy.</summary>
    public AbsolutePath LocalDirectory { get; private init; } = null!;

    /// <summary>What is checked out: a reference as in <c>refs/heads/main</c>, or a commit.</summary>
    public string Head { get; private init; } = null!;

    public string Commit { get; private init; } = null!;

    /// <summary>The tags of the commit.</summary>
    public IReadOnlyCollection<string> Tags => _tags.Value;

    public string RemoteName { get; private init; } = null!;

    public string RemoteBranch { get; private init; } = null!;

    /// <summary>The branch; <c>null</c> when a commit is checked out and no CI host knows better.</summary>
    public string Branch { get; private init; }

    public string HttpsUrl => Identifier == null ? null! : $"https://{Endpoint}/{Identifier}.git";

    public string SshUrl => Identifier == null ? null!
        : _url.SshPort is { } port ? $"ssh://git@{Endpoint}:{port}/{Identifier}.git"
        : $"git@{Endpoint}:{Identifier}.git";

    /// <summary>A repository that is only known by its address.</summary>
    public static GitRepository FromUrl(string url, string? branch = null)
    {
        var remote = GitRemoteUrl.Parse(url);
        Assert.True(remote.Identifier != null, $"'{url}' is not the address of a git repository: expected https://host/owner/name or git@host:owner/name");
        return new GitRepository(remote, branch, new([]));
    }

    /// <summary>The repository that a folder belongs to; also works in worktrees and submodules.</summary>
    public static GitRepository FromLocalDirectory(AbsolutePath directory)
    {
        var repository = Read(directory);
        // On a server a commit is checked out, and only the server knows of which branch.
        return Host.Instance is IBuildServer server && repository.Commit == server.Commit ? repository.With(server) : repository;
    }

    /// <summary>The same repository on another branch.</summary>
    public GitRepository SetBranch(string branch) => Copy(branch, Commit);

    public override string ToString()
    {
        var url = Protocol == GitProtocol.Ssh ? SshUrl : HttpsUrl;
        return url == null ? LocalDirectory : url[..^".git".Length];
    }

    internal static GitRepository Read(AbsolutePath directory)
    {
        var folder = GitFolder.Find(directory)
            ?? throw new ArgumentException($"'{directory}' is in no git repository: there is no '.git' in it or above it");
        var head = folder.ReadHead();
        var commit = folder.Resolve(head);
        var branch = head.StartsWith(GitFolder.Branches, StringComparison.Ordinal) ? head[GitFolder.Branches.Length..] : null;
        var config = folder.ReadConfig();
        var remote = config.Get("branch", branch, "remote") is { } tracked and not "." ? tracked
            : config.Get("remote", "origin", "url") != null ? "origin"
            : config.Names("remote").FirstOrDefault();
        return new GitRepository(
            config.Get("remote", remote, "url") is { } url ? GitRemoteUrl.Parse(url) : new(null, null, null, null),
            branch,
            new(() => commit == null ? [] : GitTags.At(folder, commit)))
        {
            LocalDirectory = folder.WorkingCopy,
            Head = head,
            Commit = commit!,
            RemoteName = remote!,
            RemoteBranch = config.Get("branch", branch, "merge")?.Replace(GitFolder.Branches, "", StringComparison.Ordinal)!,
        };
    }

    internal GitRepository With(IBuildServer server) => Copy(server.Branch ?? Branch, server.Commit ?? Commit);

    private GitRepository Copy(string branch, string commit) => new(_url, branch, _tags)
    {
        LocalDirectory = LocalDirectory,
        Head = Head,
        Commit = commit,
        RemoteName = RemoteName,
        RemoteBranch = RemoteBranch,
    };
}
