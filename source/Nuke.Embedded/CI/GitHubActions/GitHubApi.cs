using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>The two questions that the host asks GitHub.</summary>
internal sealed class GitHubApi(string baseUrl, string token)
{
    private const int PageSize = 100;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public async Task CreateComment(string repository, int issue, string text)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/issues/{issue}/comments");
        using var client = CreateClient();
        using var request = CreateRequest(HttpMethod.Post, path);
        request.Content = new StringContent(JsonConvert.SerializeObject(new { body = text }), Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        Check(response, path, "issues: write or pull-requests: write");
    }

    /// <summary>The job of this run that is on this runner; where runners have no names, the one named as its key.</summary>
    public long FindJob(string repository, long runId, long attempt, string job, string? runner)
    {
        using var client = CreateClient();
        var root = string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/actions/runs/{runId}/attempts/{attempt}/jobs?per_page={PageSize}&page=");
        for (var page = 1; ; page++)
        {
            var path = root + page.ToString(CultureInfo.InvariantCulture);
            using var request = CreateRequest(HttpMethod.Get, path);
            using var response = client.Send(request);
            Check(response, path, "actions: read");
            using var reader = new StreamReader(response.Content.ReadAsStream());
            var jobs = JObject.Parse(reader.ReadToEnd())["jobs"]!.ToList();
            var found = jobs.FirstOrDefault(x => runner != null && x.Value<string>("status") == "in_progress" && x.Value<string>("runner_name") == runner)
                ?? jobs.FirstOrDefault(x => x.Value<string>("name") == job);
            if (found != null)
                return found.Value<long>("id");
            if (jobs.Count < PageSize)
                throw new InvalidOperationException($"GitHub lists no job '{job}' for run {runId.ToString(CultureInfo.InvariantCulture)} of {repository}.");
        }
    }

    private static HttpClient CreateClient() => new() { Timeout = Timeout };

    private HttpRequestMessage CreateRequest(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri($"{baseUrl.TrimEnd('/')}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.UserAgent.ParseAdd("nuke-embedded");
        return request;
    }

    private void Check(HttpResponseMessage response, string path, string permission)
    {
        if (response.IsSuccessStatusCode)
            return;

        var remedy = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => " The token in GITHUB_TOKEN is not valid.",
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => $" Does the workflow give its token the permission {permission}?",
            _ => "",
        };
        throw new InvalidOperationException(
            $"{baseUrl}/{path} answered {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)} {response.ReasonPhrase}.{remedy}");
    }
}
