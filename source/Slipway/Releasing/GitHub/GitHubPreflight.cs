using System.Globalization;

namespace Slipway.Releasing.GitHub;

/// <summary>What GitHub says that could stand in the way of a release: all of it, each question by itself.</summary>
public sealed class GitHubPreflight(GitHubReleases releases, PreflightSubject subject, TimeProvider time)
{
    // Signatures and tokens are refused by clocks that differ more.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Asks everything at once; changes nothing.</summary>
    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(CancellationToken cancellationToken)
    {
        var checks = await Task.WhenAll(
            AskAsync("remote tag", TagAsync, cancellationToken),
            AskAsync("ci", ChecksAsync, cancellationToken),
            AskAsync("issues", IssuesAsync, cancellationToken),
            AskAsync("release", ReleaseAsync, cancellationToken),
            AskAsync("rights", RightsAsync, cancellationToken),
            AskAsync("requests and clock", BudgetAsync, cancellationToken));
        return [.. checks.SelectMany(some => some)];
    }

    private static async Task<IReadOnlyList<PreflightCheck>> AskAsync(
        string name, Func<string, CancellationToken, Task<IReadOnlyList<PreflightCheck>>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(name, cancellationToken);
        }
        catch (SlipwayException exception)
        {
            return [PreflightCheck.Bad(name, exception)];
        }
    }

    private async Task<IReadOnlyList<PreflightCheck>> TagAsync(string name, CancellationToken cancellationToken)
    {
        var tag = subject.Tag.Name;
        return await releases.CommitOfAsync(tag, cancellationToken) switch
        {
            null => [PreflightCheck.Bad(name, $"GitHub has no tag {tag}.", $"Push it: git push origin {tag}")],
            var commit when commit == subject.Commit => [PreflightCheck.Good(name, $"GitHub has {tag} for the same commit")],
            var commit => [PreflightCheck.Bad(
                name,
                $"{tag} is {Words.Commit(commit)} on GitHub, and {Words.Commit(subject.Commit)} is checked out: the tag was moved.",
                $"Release what GitHub has: git fetch --tags --force && git checkout {tag}")],
        };
    }

    private async Task<IReadOnlyList<PreflightCheck>> ChecksAsync(string name, CancellationToken cancellationToken) =>
        [CommitCheck.Judge(subject.Commit, await releases.ChecksAsync(subject.Commit, subject.Workflow, cancellationToken), subject.RequiredChecks)];

    private async Task<IReadOnlyList<PreflightCheck>> IssuesAsync(string name, CancellationToken cancellationToken)
    {
        var labels = subject.BlockingLabels.Order(StringComparer.Ordinal).ToList();
        var open = (await Task.WhenAll(labels.Select(label => releases.OpenIssuesAsync(label, cancellationToken)))).SelectMany(issues => issues).Distinct().OrderBy(issue => issue.Number).ToList();
        return open.Count == 0
            ? [PreflightCheck.Good(name, labels.Count == 0 ? "no label stops a release" : $"none is open with the label {string.Join(" or ", labels)}")]
            : [PreflightCheck.Bad(
                name,
                $"Open, and labelled {string.Join(" or ", labels)}: {Words.List([.. open.Select(issue => string.Create(CultureInfo.InvariantCulture, $"#{issue.Number} {issue.Title}"))])}.",
                "Close what is done; take the label from what users can live with.")];
    }

    private async Task<IReadOnlyList<PreflightCheck>> ReleaseAsync(string name, CancellationToken cancellationToken)
    {
        var tag = subject.Tag.Name;
        var (finding, locking, remembering) = (releases.FindAsync(tag, cancellationToken), releases.HasImmutableReleasesAsync(cancellationToken), releases.WasImmutableAsync(tag, subject.Commit, cancellationToken));
        await Task.WhenAll(finding, locking, remembering);
        var isLocked = await locking switch
        {
            true => PreflightCheck.Good("immutability", "what is published here can never be changed: the draft is compared before"),
            false => PreflightCheck.Note("immutability", "Published releases can be changed here.", "Settings, General, Releases: Enable release immutability."),
            null => PreflightCheck.Note("immutability", "The token may not know whether published releases can be changed."),
        };
        return [isLocked, State(name, tag, await finding, await remembering)];
    }

    private PreflightCheck State(string name, string tag, GitHubRelease? release, bool? wasImmutable) => release switch
    {
        null when wasImmutable == true => PreflightCheck.Bad(
            name, $"{tag} belonged to an immutable release that was deleted, and GitHub never lets the tag be used again.", "Release the next version."),
        null => PreflightCheck.Good(name, $"there is none for {tag}"),
        { IsDraft: false } => PreflightCheck.Good(name, $"{tag} is public already: what is there is compared, and not changed"),
        _ when release.Commit is { Length: > 0 } commit && commit != subject.Commit => PreflightCheck.Bad(
            name,
            $"Draft {Words.Number(release.Id)} for {tag} was begun with {Words.Commit(commit)}, and {Words.Commit(subject.Commit)} is checked out: the tag was moved.",
            $"Look at {release.Page} and delete the draft if nobody needs it."),
        _ => PreflightCheck.Good(name, string.Create(CultureInfo.InvariantCulture, $"draft {release.Id} for {tag} is there with {release.Assets.Length} assets: it is gone on with")),
    };

    private async Task<IReadOnlyList<PreflightCheck>> RightsAsync(string name, CancellationToken cancellationToken)
    {
        var (_, mayWrite) = await releases.RightsAsync(cancellationToken);
        return mayWrite ? [PreflightCheck.Good(name, "the token may write")]
            : subject.NeedsWrite ? [PreflightCheck.Bad(name, $"The token may not write {releases.Connection.Repository}.", "GITHUB_TOKEN needs the permission 'contents: write' for this repository.")]
            : [PreflightCheck.Good(name, "this job only reads; the one that releases has its own token")];
    }

    private async Task<IReadOnlyList<PreflightCheck>> BudgetAsync(string name, CancellationToken cancellationToken)
    {
        var budget = await releases.BudgetAsync(cancellationToken);
        var now = time.GetUtcNow();
        return [Requests(budget, now), Clock(budget, now)];
    }

    private PreflightCheck Requests(GitHubBudget budget, DateTimeOffset now)
    {
        const string name = "requests";
        var left = string.Create(CultureInfo.InvariantCulture, $"{budget.Remaining} of {budget.Limit} requests are left");
        if (budget.Remaining >= subject.Calls)
            return PreflightCheck.Good(name, left);
        var need = string.Create(CultureInfo.InvariantCulture, $"GitHub: {left}, and the release may need {subject.Calls}.");
        var wait = (budget.Now is { } there ? budget.Reset - there : budget.Reset - now).TotalMinutes;
        var until = string.Create(CultureInfo.InvariantCulture, $"There are more in {Math.Max(1, Math.Ceiling(wait))} minutes.");
        // Short pauses are waited for.
        return wait <= LongestPause.TotalMinutes ? PreflightCheck.Note(name, need, until) : PreflightCheck.Bad(name, need, until);
    }

    private PreflightCheck Clock(GitHubBudget budget, DateTimeOffset now)
    {
        const string name = "clock";
        if (budget.Now is not { } there)
            return PreflightCheck.Note(name, "GitHub does not say what time it is.");
        var skew = now - there;
        if (skew.Duration() > MostSkew)
        {
            return PreflightCheck.Bad(
                name,
                string.Create(CultureInfo.InvariantCulture, $"The clock of this machine is {Math.Round(skew.Duration().TotalMinutes)} minutes {(skew > TimeSpan.Zero ? "ahead of" : "behind")} GitHub's."),
                "Set it: certificates, tokens and signatures are refused for wrong times.");
        }

        return subject.CommitTime > there + MostSkew
            ? PreflightCheck.Bad(name, $"The commit is of {subject.CommitTime.UtcDateTime:u}, which is to come: its signatures would be refused.", "Commit again with the right time: git commit --amend --date=now")
            : PreflightCheck.Good(name, "it agrees with GitHub's");
    }
}
