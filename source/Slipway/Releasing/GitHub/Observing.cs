using System.Globalization;

namespace Slipway.Releasing.GitHub;

/// <summary>Looks at GitHub for a step.</summary>
internal static class Observing
{
    public static async Task<DraftPlan> PlanAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken) =>
        DraftPlan.Of(run.Manifest, await SeeAsync(run, releases, cancellationToken));

    public static async Task<ReleaseObservation> SeeAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken)
    {
        try
        {
            return await releases.ObserveAsync(run.Manifest, KnownId(run), cancellationToken);
        }
        catch (LostAnswerException exception)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"GitHub does not say what it has for {Known(run)}: {exception.Why}.",
                "Nothing is lost. Run the same again later: it looks first what is done.",
                location: null,
                exception);
        }
        catch (RefusedException exception)
        {
            throw exception.At($"what it has for {Known(run)} is not known");
        }
    }

    private static string Known(ReleaseRun run) => $"{run.Manifest.Tag}{(KnownId(run) is { } id ? $" (draft {Words.Number(id)} was made)" : "")}";

    /// <summary>The draft that this machine has made; it may be gone.</summary>
    public static long? KnownId(ReleaseRun run) =>
        long.TryParse(run.Journal.Find(CreateDraft.Name)?["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
