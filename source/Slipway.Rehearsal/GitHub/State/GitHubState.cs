using System.Collections.Immutable;

namespace Slipway.Rehearsal.GitHub.State;

/// <summary>Everything that the embedded GitHub remembers.</summary>
/// <param name="BurnedTags">The tags of immutable releases with their commits, which stay when the releases are deleted.</param>
/// <param name="CommitTimes">When commits were made that are on no disk.</param>
internal sealed record GitHubState(
    ImmutableSortedDictionary<long, Release> Releases,
    ImmutableSortedDictionary<long, Comment> Comments,
    ImmutableSortedDictionary<long, Issue> Issues,
    ImmutableArray<CheckRun> CheckRuns,
    ImmutableArray<WorkflowRun> WorkflowRuns,
    ImmutableArray<CommitStatus> Statuses,
    ImmutableSortedDictionary<long, ActionRun> Runs,
    ImmutableSortedDictionary<long, Deployment> Deployments,
    ImmutableSortedDictionary<string, DateTimeOffset> CommitTimes,
    ImmutableSortedDictionary<string, string> Branches,
    ImmutableSortedDictionary<string, string> Tags,
    ImmutableSortedDictionary<string, string> BurnedTags,
    long? Latest,
    long LastId)
{
    public static readonly GitHubState Empty = new(
        ImmutableSortedDictionary<long, Release>.Empty,
        ImmutableSortedDictionary<long, Comment>.Empty,
        ImmutableSortedDictionary<long, Issue>.Empty,
        [],
        [],
        [],
        ImmutableSortedDictionary<long, ActionRun>.Empty,
        ImmutableSortedDictionary<long, Deployment>.Empty,
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        Latest: null,
        LastId: 1000);

    public Release Release(long id) => Releases.GetValueOrDefault(id) ?? throw GitHubRefusedException.NotFound;

    /// <summary>The release and its asset with this id.</summary>
    public (Release Release, Asset Asset) Asset(long id)
    {
        var release = Releases.Values.FirstOrDefault(release => release.Assets.Any(asset => asset.Id == id)) ?? throw GitHubRefusedException.NotFound;
        return (release, release.Assets.Single(asset => asset.Id == id));
    }

    public GitHubState With(Release release) => this with { Releases = Releases.SetItem(release.Id, release) };
}
