using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tools.GitHub;

/// <summary>Addresses of a repository on GitHub.</summary>
public static class GitHubTasks
{
    private const string Host = "github.com";

    public static bool IsGitHubRepository(this GitRepository? repository) => repository?.Endpoint.EqualsOrdinalIgnoreCase(Host) ?? false;

    public static string GetGitHubOwner(this GitRepository repository) => Identifier(repository).Split('/')[0];

    public static string GetGitHubName(this GitRepository repository) => Identifier(repository).Split('/')[1];

    public static string GetGitHubCompareCommitsUrl(this GitRepository repository, string startCommitSha, string endCommitSha)
        => Url(repository, $"compare/{startCommitSha}^...{endCommitSha}");

    public static string GetGitHubCompareTagToHeadUrl(this GitRepository repository, string tag)
        => Url(repository, $"compare/{tag}...HEAD");

    public static string GetGitHubCompareTagsUrl(this GitRepository repository, string startTag, string endTag)
        => Url(repository, $"compare/{startTag}...{endTag}");

    public static string GetGitHubCommitUrl(this GitRepository repository, string commitSha) => Url(repository, $"commit/{commitSha}");

    /// <summary>Where a file can be downloaded from.</summary>
    public static string GetGitHubDownloadUrl(this GitRepository repository, string file, string? branch = null)
        => $"https://raw.githubusercontent.com/{Identifier(repository)}/{Branch(repository, branch)}/{RelativePath(repository, file)}";

    /// <summary>Where a file or folder can be looked at; without a path the repository itself.</summary>
    public static string GetGitHubBrowseUrl(
        this GitRepository repository,
        string? path = null,
        string? branch = null,
        GitHubItemType itemType = GitHubItemType.Automatic)
    {
        var relative = path == null ? "" : RelativePath(repository, path);
        var method = IsDirectory(repository, relative, itemType) ? "tree" : "blob";
        return Url(repository, $"{method}/{Branch(repository, branch)}/{relative}").TrimEnd('/');
    }

    private static bool IsDirectory(GitRepository repository, string relativePath, GitHubItemType type) => type switch
    {
        GitHubItemType.Directory => true,
        GitHubItemType.File => false,
        _ when relativePath.Length == 0 => true,
        _ => repository.LocalDirectory is { } root && Directory.Exists(root / relativePath),
    };

    private static string RelativePath(GitRepository repository, string path)
    {
        if (PathConstruction.HasPathRoot(path))
        {
            Assert.NotNull(repository.LocalDirectory, $"'{path}' is not relative, and where {repository} is on this machine is not known");
            path = Path.GetRelativePath(repository.LocalDirectory, path);
        }

        return path.Replace('\\', '/');
    }

    private static string Branch(GitRepository repository, string? branch) => branch
        ?? repository.Branch
        ?? throw new ArgumentException($"{repository} is on no branch: name one");

    private static string Url(GitRepository repository, string path) => $"https://{Host}/{Identifier(repository)}/{path}";

    private static string Identifier(GitRepository repository)
    {
        Assert.True(repository.IsGitHubRepository(), $"{repository} is not on GitHub");
        return repository.Identifier;
    }
}
