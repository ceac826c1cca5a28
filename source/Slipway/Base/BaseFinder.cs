using Slipway.Processes;

namespace Slipway.Base;

/// <summary>Which commit a change is compared with: what is named, or where its branch left the main one.</summary>
public static class BaseFinder
{
    private const string Deepen = "fetch it with `git fetch --unshallow`, or check out with fetch-depth: 0";
    private const string NameOne = "name the commit to compare with: --base REVISION";

    /// <summary>Finds the base, or says why there is none.</summary>
    /// <exception cref="SlipwayException">The revision that the request names does not exist.</exception>
    public static async Task<Found<BaseCommit>> FindAsync(BaseRequest request, CancellationToken cancellationToken = default)
    {
        if (Git.Find(request.Folder) is not { } git)
            return Refuse(request, ErrorKind.Environment, "git is not installed, or not on PATH");
        var inside = await git.RunAsync(cancellationToken, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository");
        if (!inside.Result.Succeeded)
            return Refuse(request, ErrorKind.Configuration, WhyNoRepository(inside.Error));
        if (await git.CommitAsync("HEAD", cancellationToken) is not { } head)
            return Refuse(request, ErrorKind.Configuration, "the branch has no commit yet");
        var clone = new Clone(git, head, inside.Output.Contains("\ntrue", StringComparison.Ordinal));
        return request.Revision is { } revision
            ? Found<BaseCommit>.Of(await NamedAsync(clone, revision, cancellationToken))
            : await MainAsync(clone, request.PullRequestBranch, cancellationToken);
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

    private static async Task<Found<BaseCommit>> MainAsync(Clone clone, string? pullRequestBranch, CancellationToken cancellationToken)
    {
        var main = await FindMainAsync(clone.Git, pullRequestBranch, cancellationToken);
        if (main is null)
        {
            return Found<BaseCommit>.Nothing(string.IsNullOrEmpty(pullRequestBranch)
                ? $"there is no branch main or master, here or in origin; {NameOne}"
                : $"the branch origin/{pullRequestBranch} of the pull request is not in this clone; {Deepen}");
        }

        var name = main["refs/remotes/".Length..];
        if (main.StartsWith("refs/heads/", StringComparison.Ordinal))
            name = main["refs/heads/".Length..];
        var id = await clone.Git.TryReadAsync(cancellationToken, "merge-base", "HEAD", main);
        if (id is null)
        {
            return Found<BaseCommit>.Nothing(clone.IsShallow
                ? $"the clone is shallow, and its history does not reach where HEAD left {name}; {Deepen}"
                : $"HEAD and {name} have no commit in common; {NameOne}");
        }

        if (id != clone.Head)
            return Found<BaseCommit>.Of(new BaseCommit(id, $"merge base with {name}"));
        // A push to the main branch, or a branch without a commit of its own.
        return await clone.Git.CommitAsync("HEAD^1", cancellationToken) is { } parent
            ? Found<BaseCommit>.Of(new BaseCommit(parent, $"the commit before HEAD, which is in {name}"))
            : Found<BaseCommit>.Nothing(clone.IsShallow
                ? $"the clone is shallow and lacks the commit before HEAD; {Deepen}"
                : "HEAD is the first commit, and there is none to compare with");
    }

    private static async Task<string?> FindMainAsync(Git git, string? pullRequestBranch, CancellationToken cancellationToken)
    {
        string?[] candidates = string.IsNullOrEmpty(pullRequestBranch)
            ?
            [
                await git.TryReadAsync(cancellationToken, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"),
                "refs/remotes/origin/main",
                "refs/remotes/origin/master",
                "refs/heads/main",
                "refs/heads/master",
            ]
            : [$"refs/remotes/origin/{pullRequestBranch}"];
        foreach (var candidate in candidates)
        {
            if (candidate is not null && await git.CommitAsync(candidate, cancellationToken) is not null)
                return candidate;
        }

        return null;
    }

    private static string WhyNoRepository(string error) => error.Contains("not a git repository", StringComparison.Ordinal)
        ? "the workspace is in no git repository"
        : $"git cannot read the repository: {error.Split('\n')[0]}";

    // What is asked for by name and cannot be had is not passed over.
    private static Found<BaseCommit> Refuse(BaseRequest request, ErrorKind kind, string reason) => request.Revision is null
        ? Found<BaseCommit>.Nothing(reason)
        : throw new SlipwayException(kind, $"--base {request.Revision} cannot be found: {reason}.", "Leave --base out, or run in a clone that has the commit.");

    private sealed record Clone(Git Git, string Head, bool IsShallow);
}
