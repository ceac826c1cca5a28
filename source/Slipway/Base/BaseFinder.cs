using Slipway.Processes;

namespace Slipway.Base;

/// <summary>Which commit a change is compared with: what is named, or where its branch left the main one.</summary>
public static class BaseFinder
{
    private const string Deepen = "fetch it with `git fetch --unshallow`, or check out with fetch-depth: 0";
    private const string OriginHead = "refs/remotes/origin/HEAD";
    private const string NameOne = "name the commit to compare with: --base REVISION";

    private static readonly string[] Usual =
        [OriginHead, "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];

    /// <summary>Finds the base, or says why there is none.</summary>
    /// <exception cref="SlipwayException">The revision that the request names does not exist.</exception>
    public static async Task<Found<BaseCommit>> FindAsync(BaseRequest request, CancellationToken cancellationToken = default)
    {
        if (Git.Find(request.Folder) is not { } git)
            return Refuse(request, ErrorKind.Environment, "git is not installed, or not on PATH");
        // Side by side: a run that has nothing to do would notice one after the other.
        var asking = git.TryReadAsync(cancellationToken, "rev-list", "--parents", "--max-count=1", "HEAD");
        var searching = FindMainAsync(git, request.PullRequestBranch, cancellationToken);
        var inside = await git.RunAsync(cancellationToken, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository");
        var (commits, main) = (await asking, await searching);
        if (!inside.Result.Succeeded)
            return Refuse(request, ErrorKind.Configuration, WhyNoRepository(inside.Error));
        if (commits is null)
            return Refuse(request, ErrorKind.Configuration, "the branch has no commit yet");
        var clone = new Clone(git, [.. commits.Split(' ')], inside.Output.Contains("\ntrue", StringComparison.Ordinal));
        return request.Revision is { } revision
            ? Found<BaseCommit>.Of(await NamedAsync(clone, revision, cancellationToken))
            : await MainAsync(clone, main, request.PullRequestBranch, cancellationToken);
    }

    private static async Task<BaseCommit> NamedAsync(Clone clone, string revision, CancellationToken cancellationToken)
    {
        var id = revision.StartsWith('-') || revision.Length == 0 ? null : await clone.Git.CommitAsync(revision, cancellationToken);
        return id is not null ? new BaseCommit(id, $"--base {revision}") : throw new SlipwayException(
            ErrorKind.Configuration,
            $"--base: git knows no commit '{revision}'.",
            clone.IsShallow
                ? $"The clone is shallow and may lack it: {Deepen}."
                : "Name a branch, a tag or a commit that `git log` shows; a branch of a remote is called origin/NAME.");
    }

    private static async Task<Found<BaseCommit>> MainAsync(Clone clone, Branch? main, string? pullRequestBranch, CancellationToken cancellationToken)
    {
        if (main is null)
        {
            return Found<BaseCommit>.Nothing(string.IsNullOrEmpty(pullRequestBranch)
                ? $"there is no branch main or master, here or in origin; {NameOne}"
                : $"the branch origin/{pullRequestBranch} of the pull request is not in this clone; {Deepen}");
        }

        var name = main.Name["refs/remotes/".Length..];
        if (main.Name.StartsWith("refs/heads/", StringComparison.Ordinal))
            name = main.Name["refs/heads/".Length..];
        var id = main.Commit == clone.Head ? clone.Head : await clone.Git.TryReadAsync(cancellationToken, "merge-base", "HEAD", main.Name);
        if (id is null)
        {
            return Found<BaseCommit>.Nothing(clone.IsShallow
                ? $"the clone is shallow, and its history does not reach where HEAD left {name}; {Deepen}"
                : $"HEAD and {name} have no commit in common; {NameOne}");
        }

        if (id != clone.Head)
            return Found<BaseCommit>.Of(new BaseCommit(id, $"merge base with {name}"));
        // A push to the main branch, or a branch without a commit of its own.
        return clone.Parent is { } parent
            ? Found<BaseCommit>.Of(new BaseCommit(parent, $"the commit before HEAD, which is in {name}"))
            : Found<BaseCommit>.Nothing(clone.IsShallow
                ? $"the clone is shallow and lacks the commit before HEAD; {Deepen}"
                : "HEAD is the first commit, and there is none to compare with");
    }

    private static async Task<Branch?> FindMainAsync(Git git, string? pullRequestBranch, CancellationToken cancellationToken)
    {
        string[] candidates = string.IsNullOrEmpty(pullRequestBranch) ? Usual : [$"refs/remotes/origin/{pullRequestBranch}"];
        // One process for all of them.
        var lines = await git.TryReadAsync(cancellationToken, ["for-each-ref", "--format=%(objectname) %(refname) %(symref)", .. candidates]) ?? "";
        var branches = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(
            parts => parts[1],
            parts => new Branch(parts[1] == OriginHead ? parts[2] : parts[1], parts[0]),
            StringComparer.Ordinal);
        return candidates.Select(candidate => branches.GetValueOrDefault(candidate)).FirstOrDefault(branch => branch is { Name.Length: > 0 });
    }

    private static string WhyNoRepository(string error) => error.Contains("not a git repository", StringComparison.Ordinal)
        ? "the workspace is in no git repository"
        : $"git cannot read the repository: {error.Split('\n')[0]}";

    // What is asked for by name and cannot be had is not passed over.
    private static Found<BaseCommit> Refuse(BaseRequest request, ErrorKind kind, string reason) => request.Revision is null
        ? Found<BaseCommit>.Nothing(reason)
        : throw new SlipwayException(kind, $"--base {request.Revision} cannot be found: {reason}.", "Leave --base out, or run in a clone that has the commit.");

    private sealed record Branch(string Name, string Commit);

    /// <param name="Commits">HEAD, and the commits before it.</param>
    private sealed record Clone(Git Git, IReadOnlyList<string> Commits, bool IsShallow)
    {
        public string Head => Commits[0];

        public string? Parent => Commits.ElementAtOrDefault(1);
    }
}
