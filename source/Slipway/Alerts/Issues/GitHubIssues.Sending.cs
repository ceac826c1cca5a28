using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Slipway.Releasing.GitHub;

namespace Slipway.Alerts.Issues;

public sealed partial class GitHubIssues
{
    private async Task<string> UserAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{_connection.Api.AbsoluteUri.TrimEnd('/')}/user"));
        using var answer = await _http.AskAsync(request, cancellationToken);
        return answer.IsSuccessStatusCode ? (await answer.ContentAsync(IssueJson.Default.UserAnswer, cancellationToken)).Login ?? "" : "";
    }

    private async Task<IReadOnlyList<T>> PagesAsync<T>(string path, JsonTypeInfo<T[]> type, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        for (var page = 1; page <= MostPages; page++)
        {
            var some = await ReadAsync(Invariant($"{path}&per_page={PageSize}&page={page}"), type, ToWriteIssues, cancellationToken);
            all.AddRange(some);
            if (some.Length < PageSize)
                break;
        }

        return all;
    }

    private async Task<T> ReadAsync<T>(string path, JsonTypeInfo<T> type, string permission, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At(path));
        using var answer = await _http.AskAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw IssueRefusals.Of(await Refusals.OfAsync(answer, cancellationToken), _connection, permission);
        return await answer.ContentAsync(type, cancellationToken);
    }

    private async Task<IssueAnswer> ChangeAsync(HttpMethod method, string path, JsonObject body, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(cancellationToken);
        using var request = new HttpRequestMessage(method, At(path)) { Content = JsonContent.Create(body, IssueJson.Default.JsonObject) };
        using var answer = await _http.AskAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw IssueRefusals.Of(await Refusals.OfAsync(answer, cancellationToken), _connection, ToWriteIssues);
        return await answer.ContentAsync(IssueJson.Default.IssueAnswer, cancellationToken);
    }

    private Uri At(string path) => _connection.At(path.Replace("?&", "?", StringComparison.Ordinal));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
