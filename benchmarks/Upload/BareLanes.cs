using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Slipway.Manifest;
using Slipway.Releasing.GitHub;

namespace Upload;

/// <summary>The same files with nothing around them.</summary>
internal static class BareLanes
{
    /// <returns>What the slowest lane took, in seconds.</returns>
    public static async Task<double> SendAsync(GitHubConnection connection, string folder, IReadOnlyList<Asset> assets, int round, int lanes)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", connection.Token);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("bare");
        var tag = FormattableString.Invariant($"bare-{round}");
        using var content = new StringContent($$"""{"tag_name":"{{tag}}","draft":true}""");
        using var created = await http.PostAsync(new Uri($"{connection.Api}/repos/{connection.Repository}/releases"), content);
        var uploads = ((string)JsonNode.Parse(await created.Content.ReadAsStringAsync())!["upload_url"]!).Split('{')[0];
        var times = await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => LaneAsync(assets.Where((_, number) => number % lanes == lane))));
        return times.Max();

        async Task<double> LaneAsync(IEnumerable<Asset> files)
        {
            var start = TimeProvider.System.GetTimestamp();
            foreach (var file in files)
            {
                await using var stream = File.OpenRead(Path.Combine(folder, file.Name));
                using var body = new StreamContent(stream);
                using var answer = await http.PostAsync(new Uri($"{uploads}?name={file.Name}"), body);
                answer.EnsureSuccessStatusCode();
            }

            return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        }
    }
}
