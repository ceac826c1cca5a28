using System.Text.Json.Serialization.Metadata;
using Slipway.History;
using static System.FormattableString;

namespace Slipway.Importing;

/// <summary>Imports deployments and releases, with the times of their commits.</summary>
/// <inheritdoc cref="RunImport"/>
internal sealed class DeploymentImport(GitHubReader reader, IImports history, string source, IReadOnlyDictionary<string, string> states, GitHubImport.Totals totals)
{
    private const int PageSize = 100;

    private readonly Dictionary<string, (string? Id, DateTimeOffset? Made)> _commits = new(StringComparer.Ordinal);

    public async Task RunAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        await PagesAsync("deployments", ImportJson.Default.DeploymentAnswerArray, DeploymentKind.Deployment, x => x.Id, x => x.CreatedAt, ReadAsync, from, cancellationToken);
        await PagesAsync("releases", ImportJson.Default.ReleaseAnswerArray, DeploymentKind.Release, x => x.Id, x => x.PublishedAt ?? x.CreatedAt, ReadAsync, from, cancellationToken);
    }

    private async Task PagesAsync<T>(
        string what,
        JsonTypeInfo<T[]> type,
        DeploymentKind kind,
        Func<T, long> id,
        Func<T, DateTimeOffset> created,
        Func<T, CancellationToken, Task<ImportedDeployment?>> read,
        DateTimeOffset from,
        CancellationToken cancellationToken)
    {
        var known = await history.ReadDeploymentIdsAsync(source, kind, cancellationToken);
        for (var page = 1; ; page++)
        {
            var name = Invariant($"{what} {page}");
            var before = PageMark.Parse(states.GetValueOrDefault(name));
            var answer = await reader.ReadAsync(Invariant($"{what}?per_page={PageSize}&page={page}"), type, cancellationToken, before?.Tag);
            if (answer.IsUnchanged)
            {
                if (before is not { HasNext: true })
                    return;
                continue;
            }

            var all = answer.Value ?? [];
            var wanted = all.Where(x => created(x) >= from && !known.Contains(Invariant($"{id(x)}"))).ToList();
            var kept = new List<ImportedDeployment>();
            foreach (var one in wanted)
            {
                if (await read(one, cancellationToken) is { } deployment)
                    kept.Add(deployment);
            }

            var hasNext = all.Length == PageSize && all.Any(x => created(x) >= from);
            // What is not over, or too old for this time, is looked at again.
            var isWhole = kept.Count == wanted.Count && all.All(x => created(x) >= from);
            await history.ImportAsync(source, [], kept, answer.Tag is { } tag && isWhole ? [new(name, new PageMark(tag, hasNext).ToString())] : [], cancellationToken);
            totals.Deployments += kept.Count;
            if (!hasNext)
                return;
        }
    }

    private async Task<ImportedDeployment?> ReadAsync(DeploymentAnswer deployment, CancellationToken cancellationToken)
    {
        var statuses = (await reader.ReadAsync(Invariant($"deployments/{deployment.Id}/statuses?per_page={PageSize}"), ImportJson.Default.StatusAnswerArray, cancellationToken)).Value ?? [];
        // One that a later one has replaced is inactive, and went well before.
        var last = statuses.OrderByDescending(x => x.CreatedAt).FirstOrDefault(x => x.State is "success" or "failure" or "error");
        return last is null ? null : new ImportedDeployment(
            DeploymentKind.Deployment,
            Invariant($"{deployment.Id}"),
            deployment.Environment ?? "",
            deployment.Ref ?? deployment.Sha ?? "",
            deployment.Sha,
            deployment.Sha is { } commit ? (await CommitAsync(commit, cancellationToken)).Made : null,
            last.State == "success" ? RunVerdict.Pass : RunVerdict.Fail,
            deployment.CreatedAt,
            last.CreatedAt,
            null);
    }

    private async Task<ImportedDeployment?> ReadAsync(ReleaseAnswer release, CancellationToken cancellationToken)
    {
        if (release.Draft || release.PublishedAt is not { } published || release.TagName is not { Length: > 0 } tag)
            return null;
        var (commit, made) = await CommitAsync($"tags/{tag}", cancellationToken);
        return new ImportedDeployment(DeploymentKind.Release, Invariant($"{release.Id}"), "release", tag, commit, made, RunVerdict.Pass, published, published, release.HtmlUrl);
    }

    /// <param name="revision">A commit or tag; what is gone has no time.</param>
    private async Task<(string? Id, DateTimeOffset? Made)> CommitAsync(string revision, CancellationToken cancellationToken)
    {
        if (_commits.TryGetValue(revision, out var known))
            return known;
        var commit = (await reader.ReadAsync($"commits/{string.Join('/', revision.Split('/').Select(Uri.EscapeDataString))}", ImportJson.Default.CommitAnswer, cancellationToken)).Value;
        return _commits[revision] = (commit?.Sha, commit?.Commit?.Committer?.Date);
    }
}
