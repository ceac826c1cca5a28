using System.Collections.Concurrent;
using System.Globalization;
using Slipway.History;
using static System.FormattableString;

namespace Slipway.Importing;

/// <summary>Imports the runs that were created in a time.</summary>
/// <param name="states">What earlier imports have left: the tag of each page, by what it was asked for.</param>
internal sealed class RunImport(GitHubReader reader, IImports history, string source, IReadOnlyDictionary<string, string> states, GitHubImport.Totals totals)
{
    private const int PageSize = 100;

    // What GitHub shows of a search: https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-repository
    private const int MostFound = 1000;

    // More at once is what GitHub calls abuse: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
    private const int AtOnce = 4;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    public async Task RunAsync(DateTimeOffset from, TimeSpan length, CancellationToken cancellationToken)
    {
        for (var page = 1; ; page++)
        {
            var name = Name(from, length, page);
            var before = PageMark.Parse(states.GetValueOrDefault(name));
            var asked = string.Create(CultureInfo.InvariantCulture, $"actions/runs?per_page={PageSize}&page={page}&created={from:yyyy-MM-dd'T'HH:mm:ss'Z'}..{from + length - TimeSpan.FromSeconds(1):yyyy-MM-dd'T'HH:mm:ss'Z'}");
            var answer = await reader.ReadAsync(asked, ImportJson.Default.RunsAnswer, cancellationToken, before?.Tag);
            if (answer.IsUnchanged)
            {
                if (before is not { HasNext: true })
                    return;
                continue;
            }

            if (answer.Value is not { } runs)
                throw NoRepository();
            if (runs.TotalCount > MostFound && length > Shortest)
            {
                var half = TimeSpan.FromSeconds(Math.Ceiling(length.TotalSeconds / 2));
                await RunAsync(from + half, length - half, cancellationToken);
                await RunAsync(from, half, cancellationToken);
                return;
            }

            var hasNext = runs.WorkflowRuns.Length == PageSize;
            await KeepAsync(runs.WorkflowRuns, answer.Tag is { } tag ? [new(name, new PageMark(tag, hasNext).ToString())] : [], cancellationToken);
            if (!hasNext)
                return;
        }
    }

    private async Task KeepAsync(RunAnswer[] runs, KeyValuePair<string, string>[] state, CancellationToken cancellationToken)
    {
        var known = await history.ReadRunVerdictsAsync(source, [.. runs.Select(run => Invariant($"{run.Id}"))], cancellationToken);
        // What is not over is told again by the page's tag, once it is; the attempts before it are.
        var wanted = runs
            .SelectMany(run => Enumerable.Range(1, run.IsOver ? Math.Max(1, run.RunAttempt) : Math.Max(0, run.RunAttempt - 1)).Select(attempt => (Run: run, Attempt: attempt)))
            .Where(x => !known.ContainsKey(new RunAttempt(Invariant($"{x.Run.Id}"), x.Attempt)))
            .ToList();
        var read = new ConcurrentDictionary<int, ImportedRun?>();
        try
        {
            await Parallel.ForEachAsync(
                wanted.Select((x, index) => (x.Run, x.Attempt, index)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (x, token) => read[x.index] = await ReadAsync(x.Run, x.Attempt, token));
        }
        // What was read was paid for: it is kept, and the page is asked for again.
        catch (Exception exception) when (exception is ImportLimitException or SlipwayException)
        {
            await StoreAsync(read.Values, [], cancellationToken);
            throw;
        }

        await StoreAsync(read.Values, state, cancellationToken);
        totals.Missing += read.Values.Count(run => run is null);
    }

    private async Task StoreAsync(IEnumerable<ImportedRun?> read, KeyValuePair<string, string>[] state, CancellationToken cancellationToken)
    {
        var kept = read.OfType<ImportedRun>().OrderBy(run => run.Started).ToList();
        await history.ImportAsync(source, kept, [], state, cancellationToken);
        totals.Runs += kept.Count;
    }

    /// <returns>Null when it has been deleted.</returns>
    private async Task<ImportedRun?> ReadAsync(RunAnswer run, int attempt, CancellationToken cancellationToken)
    {
        var address = Invariant($"actions/runs/{run.Id}/attempts/{attempt}");
        var told = attempt == run.RunAttempt ? run : (await reader.ReadAsync(address, ImportJson.Default.RunAnswer, cancellationToken)).Value;
        if (told is not { IsOver: true })
            return null;
        var jobs = new List<JobAnswer>();
        for (var page = 1; ; page++)
        {
            if ((await reader.ReadAsync(Invariant($"{address}/jobs?per_page={PageSize}&page={page}"), ImportJson.Default.JobsAnswer, cancellationToken)).Value is not { } some)
                return null;
            jobs.AddRange(some.Jobs);
            if (some.Jobs.Length < PageSize)
                return RunTimes.Of(told with { RunAttempt = attempt }, jobs);
        }
    }

    private SlipwayException NoRepository() => new(
        ErrorKind.Configuration,
        $"GitHub knows no repository {reader.Repository} with workflows, or the token may not see it.",
        "Set GITHUB_REPOSITORY to owner/name, and GITHUB_TOKEN to a token that may read it.");

    private static string Name(DateTimeOffset from, TimeSpan length, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"runs {from:yyyy-MM-dd'T'HH:mm:ss'Z'} {length.TotalSeconds} {page}");
}
