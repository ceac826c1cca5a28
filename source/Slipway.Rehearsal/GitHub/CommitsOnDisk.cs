using System.Globalization;
using Slipway.Processes;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub;

/// <summary>The commits of a git repository, in which published tags are made.</summary>
internal sealed class CommitsOnDisk(string folder) : IGitCommits
{
    private readonly Git _git = Git.Get(folder);

    public string? Resolve(GitHubState state, string revision) => IsName(revision)
        ? Read("rev-parse", "--verify", "--quiet", $"refs/heads/{revision}^{{commit}}")
            ?? Read("rev-parse", "--verify", "--quiet", $"refs/tags/{revision}^{{commit}}")
            ?? Read("rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}")
        : null;

    public GitTag? Tag(GitHubState state, string name) =>
        IsName(name) && Read("for-each-ref", "--format=%(objectname) %(objecttype)", $"refs/tags/{name}")?.Split(' ') is [var hash, var type]
            ? new GitTag(name, hash, type)
            : null;

    public string? CommitOfTagObject(string hash) =>
        IsName(hash) && Read("cat-file", "-t", hash) == "tag" ? Read("rev-parse", "--verify", "--quiet", $"{hash}^{{commit}}") : null;

    public IReadOnlyList<string> Tags(GitHubState state) =>
        Read("for-each-ref", "--format=%(refname:strip=2)", "refs/tags") is { Length: > 0 } names ? names.Split('\n') : [];

    public GitHubState AddTag(GitHubState state, string name, string commit) =>
        Read("update-ref", $"refs/tags/{name}", commit, "") is null ? throw GitHubRefusedException.Invalid("Release", "invalid", "tag_name") : state;

    public GitHubState RemoveTag(GitHubState state, string name)
    {
        Read("update-ref", "-d", $"refs/tags/{name}");
        return state;
    }

    public string Message(string commit) => Read("log", "-1", "--format=%B", commit) ?? "";

    public DateTimeOffset Made(GitHubState state, string commit) =>
        DateTimeOffset.Parse(Read("log", "-1", "--format=%cI", commit)!, CultureInfo.InvariantCulture);

    // Git takes what begins so for an option.
    private static bool IsName(string revision) => revision.Length > 0 && !revision.StartsWith('-');

    private string? Read(params string[] arguments) => _git.TryReadAsync(CancellationToken.None, arguments).GetAwaiter().GetResult();
}
