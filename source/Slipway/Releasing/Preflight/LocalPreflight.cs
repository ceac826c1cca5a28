namespace Slipway.Releasing;

/// <summary>What can be said without asking anybody: all of it, not only the first that is bad.</summary>
public static class LocalPreflight
{
    private const int MostFiles = 5;

    /// <param name="isReal">Whether the release is for users; a rehearsal may come before tag, commit and merge, and is told what would stop the release.</param>
    /// <param name="begunWith">The commit that a release of this tag was begun with, when one was.</param>
    public static IReadOnlyList<PreflightCheck> Judge(ReleaseTag tag, RepositoryFacts repository, bool isReal, string? begunWith = null)
    {
        PreflightCheck[] checks = [Tag(tag, repository), Moved(tag, repository, begunWith), Clean(repository), Branch(repository)];
        return isReal ? checks : [.. checks.Select(check => check.Verdict == PreflightVerdict.Bad ? check with { Verdict = PreflightVerdict.Note } : check)];
    }

    private static PreflightCheck Tag(ReleaseTag tag, RepositoryFacts repository)
    {
        if (repository.TagCommit is null)
        {
            return PreflightCheck.Bad("tag", $"There is no tag {tag.Name} here.", $"Make it: git tag {tag.Name} && git push origin {tag.Name}; in a clone without tags, fetch them: git fetch --tags");
        }

        return repository.TagCommit == repository.Head
            ? PreflightCheck.Good("tag", $"{tag.Name} is the commit that is checked out")
            : PreflightCheck.Bad("tag", $"{tag.Name} is {Short(repository.TagCommit)}, and {Short(repository.Head)} is checked out.", $"Check it out: git checkout {tag.Name}");
    }

    private static PreflightCheck Moved(ReleaseTag tag, RepositoryFacts repository, string? begunWith) =>
        begunWith is null || begunWith == repository.Head
            ? PreflightCheck.Good("commit", begunWith is null ? "no release of this tag was begun here" : "a release of this tag was begun with this commit")
            : PreflightCheck.Bad(
                "commit",
                $"A release of {tag.Name} was begun with {Short(begunWith)}, and {Short(repository.Head)} is checked out: the tag was moved.",
                $"Go on with the commit that it was begun with, or release the new one under a new version: what is published of {tag.Name} cannot be changed.");

    private static PreflightCheck Clean(RepositoryFacts repository)
    {
        if (repository.Changed.Count == 0)
            return PreflightCheck.Good("tree", "all files are as they were committed");
        var more = repository.Changed.Count > MostFiles ? $" and {(repository.Changed.Count - MostFiles).ToString(System.Globalization.CultureInfo.InvariantCulture)} more" : "";
        return PreflightCheck.Bad(
            "tree",
            $"Files are not as they were committed: {string.Join(", ", repository.Changed.Take(MostFiles))}{more}.",
            "Commit them before the tag is made, put them away (git stash --include-untracked), or let .gitignore name them.");
    }

    private static PreflightCheck Branch(RepositoryFacts repository) => (repository.MainBranch, repository.IsOnMainBranch) switch
    {
        (null, _) => PreflightCheck.Note("branch", "There is no branch main or master to compare with."),
        ({ } branch, null) => PreflightCheck.Note("branch", $"Whether the commit is on {branch} cannot be told in a shallow clone.", "Check out with fetch-depth: 0."),
        ({ } branch, true) => PreflightCheck.Good("branch", $"the commit is on {branch}"),
        ({ } branch, false) => PreflightCheck.Bad("branch", $"The commit is not on {branch}.", "Merge it first: what is released should be what others build on."),
    };

    private static string Short(string commit) => commit[..Math.Min(12, commit.Length)];
}
