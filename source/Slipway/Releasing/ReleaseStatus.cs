using System.Globalization;
using Slipway.Manifest;
using Slipway.Messages;
using Slipway.Releasing.Announcing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.GitHub;

namespace Slipway.Releasing;

/// <summary>How far a release is at every place, and the one thing that comes next.</summary>
/// <param name="Rows">What there is, by the place where it is.</param>
/// <param name="Next">A command, or what stands in its way.</param>
public sealed record ReleaseStatus(IReadOnlyList<(string Place, string State)> Rows, string Next)
{
    private const string Irreversible = ", which cannot be undone";

    /// <summary>Looks everywhere; changes nothing.</summary>
    /// <param name="run">Its journal is only read. Its manifest has no assets when nothing is packed on this machine.</param>
    /// <exception cref="SlipwayException">A place cannot be asked.</exception>
    public static async Task<ReleaseStatus> SeeAsync(ReleaseRun run, GitHubReleases releases, CrateRegistry registry, RegistryIndex index, IReadOnlyCollection<IChannel> channels, CancellationToken cancellationToken)
    {
        var manifest = run.Manifest;
        var (tagging, finding, publishing) = (
            releases.CommitOfAsync(manifest.Tag, cancellationToken),
            SeeReleaseAsync(run, releases, cancellationToken),
            CratesPlan.SeeAsync(manifest, registry, index, cancellationToken));
        await Task.WhenAll(tagging, finding, publishing);
        var (tag, release, crates) = (await tagging, await finding, await publishing);
        var unsaid = AnnounceStep.Effects(run, release.Live, channels);
        return new ReleaseStatus(
            [
                ("Journal", run.Journal.Entries is [.., var last] ? string.Create(CultureInfo.InvariantCulture, $"{run.Journal.Entries.Count} lines, the last: {last.Phase} {last.Name}") : "none on this machine"),
                ("Packed", IsPacked(manifest) ? string.Create(CultureInfo.InvariantCulture, $"{manifest.Assets.Count} assets of {Words.Commit(manifest.Commit)}") : "nothing on this machine"),
                ("Tag", tag is null ? $"{manifest.Tag} is not on GitHub" : $"{manifest.Tag} is {Words.Commit(tag)} on GitHub"),
                ("GitHub", release.State),
                (registry.Title, crates.Describe()),
                .. channels.Count == 0 ? [("Announcement", "not known: neither Discord nor mail is set up here")] : Array.Empty<(string, string)>(),
                .. channels.Select(x => (x.Name, Word(AnnounceStep.StateOf(run, release.Live, x)))),
            ],
            Decide(manifest, tag, release, crates, channels.Count > 0, isAnnounced: unsaid.Count == 0));
    }

    private static string Word(AnnounceState state) => state switch
    {
        AnnounceState.Announced => "announced",
        AnnounceState.CutOff => "cut off: nobody knows whether it was announced",
        _ => "not announced",
    };

    private static bool IsPacked(ReleaseManifest manifest) => manifest.Assets.Count > 0;

    private static string Decide(ReleaseManifest manifest, string? tag, Seen release, CratesPlan crates, bool hasChannels, bool isAnnounced) =>
        (release.Obstacle ?? crates.Obstacle) is { } obstacle ? obstacle.Explain()
        : tag is null && release.Live is null ? $"git push origin {manifest.Tag}"
        : release.Live is null && !IsPacked(manifest) ? "./build.sh Draft, which packs and signs before"
        : release.Live is null && release.HasWork ? "./build.sh Draft"
        : !crates.Missing.IsEmpty ? $"./build.sh PublishCrates{Irreversible}"
        : release.Live is null ? $"./build.sh GoLive{Irreversible}"
        : !hasChannels ? "./build.sh Announce, where Discord or mail is set up"
        : !isAnnounced ? "./build.sh Announce"
        : "nothing: the release is done";

    private static async Task<Seen> SeeReleaseAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken)
    {
        if (IsPacked(run.Manifest))
        {
            var plan = await DraftStep.PlanAsync(run, releases, cancellationToken);
            return new Seen(plan.Obstacle is null ? plan.Describe(run.Manifest) : "not what this release would make", plan.Live?.Release, plan.Actions.Length > 0, plan.Obstacle);
        }

        // What the assets should be is not known here.
        return await releases.FindAsync(run.Manifest.Tag, cancellationToken) switch
        {
            null => new Seen($"there is no draft for {run.Manifest.Tag}", null, HasWork: true, null),
            { IsDraft: false } live => new Seen($"{Words.Live(live)} with {Words.Number(live.Assets.Length)} assets", live, HasWork: false, null),
            var draft => new Seen(
                $"draft {Words.Number(draft.Id)} for {run.Manifest.Tag} has {Words.Number(draft.Assets.Length)} assets",
                null,
                HasWork: true,
                draft.Commit is { Length: > 0 } commit && commit != run.Manifest.Commit ? Obstacles.OtherCommit(run.Manifest, draft) : null),
        };
    }

    private sealed record Seen(string State, GitHubRelease? Live, bool HasWork, SlipwayException? Obstacle);
}
