using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Workflows.Local.Running;

/// <summary>What a workflow can know of its repository.</summary>
/// <param name="Root">The folder of the working tree.</param>
/// <param name="ObjectsFolder">Where its objects are, also when it is one of several working trees.</param>
/// <param name="Branch">The branch that is checked out; none when a commit is.</param>
/// <param name="Tags">The tags of the commit, the highest version first.</param>
/// <param name="Slug">OWNER/NAME on GitHub, or as it would be.</param>
internal sealed partial record RepositoryFacts(
    string Root,
    string ObjectsFolder,
    string Commit,
    string? Branch,
    string DefaultBranch,
    IReadOnlyList<string> Tags,
    string Slug,
    bool IsShallow)
{
    private const string RemoteHeads = "refs/remotes/origin/";

    public string Owner => Slug.Split('/')[0];

    public static async Task<RepositoryFacts> LoadAsync(string folder, CancellationToken token)
    {
        var git = LocalGit.In(folder);
        var root = await git.TryReadAsync(token, "rev-parse", "--show-toplevel")
            ?? throw new SlipwayException(ErrorKind.Configuration, $"{folder} is not in a Git repository.", "Workflows run on clones of one: run `git init` and commit.");
        git = LocalGit.In(root);
        var commit = await git.TryReadAsync(token, "rev-parse", "--verify", "--quiet", "HEAD")
            ?? throw new SlipwayException(ErrorKind.Configuration, "The repository has no commit.", "Workflows run on clones of it: commit something first.");
        var branch = await git.TryReadAsync(token, "symbolic-ref", "--short", "--quiet", "HEAD");
        var tags = await git.TryReadAsync(token, "tag", "--points-at", "HEAD", "--sort=-version:refname");
        var origin = await git.TryReadAsync(token, "config", "--get", "remote.origin.url");
        return new RepositoryFacts(
            root,
            Path.Combine(Path.GetFullPath(await git.TryReadAsync(token, "rev-parse", "--git-common-dir") ?? ".git", root), "objects"),
            commit,
            branch,
            await DefaultBranchAsync(git, branch, token),
            tags is null or "" ? [] : tags.Split('\n'),
            SlugOf(origin, root),
            await git.TryReadAsync(token, "rev-parse", "--is-shallow-repository") == "true");
    }

    /// <summary>The branches as GitHub has them, with this commit pushed: name and ref.</summary>
    public async Task<IReadOnlyDictionary<string, string>> BranchesAsync(CancellationToken token)
    {
        var refs = await LocalGit.In(Root).TryReadAsync(token, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes/origin");
        var branches = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (refs ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // The remote's come last, and win: a branch of this machine may be old.
            if (name.StartsWith("refs/heads/", StringComparison.Ordinal))
                branches[name["refs/heads/".Length..]] = name;
            else if (name != RemoteHeads + "HEAD")
                branches[name[RemoteHeads.Length..]] = name;
        }

        return branches;
    }

    private static async Task<string> DefaultBranchAsync(Git git, string? branch, CancellationToken token)
    {
        if (await git.TryReadAsync(token, "symbolic-ref", "--short", "--quiet", RemoteHeads + "HEAD") is { } head)
            return head["origin/".Length..];
        foreach (var name in new[] { "main", "master" })
        {
            if (await git.TryReadAsync(token, "rev-parse", "--verify", "--quiet", $"refs/heads/{name}") != null
                || await git.TryReadAsync(token, "rev-parse", "--verify", "--quiet", RemoteHeads + name) != null)
                return name;
        }

        return branch ?? "main";
    }

    private static string SlugOf(string? origin, string root)
    {
        var match = GitHubPattern().Match(origin ?? "");
        return match.Success ? match.Groups["slug"].Value : $"local/{Path.GetFileName(root)}";
    }

    [GeneratedRegex(@"github\.com[:/](?<slug>[^/]+/[^/]+?)(?:\.git)?/?\z")]
    private static partial Regex GitHubPattern();
}
