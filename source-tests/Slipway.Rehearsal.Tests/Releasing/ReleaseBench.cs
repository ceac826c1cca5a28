using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Http;
using Slipway.Manifest;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;
using Slipway.Rehearsal.Hosting;
using Slipway.Rehearsal.Tests.Releasing.Faults;
using Slipway.Releasing;
using Slipway.Releasing.GitHub;
using Slipway.Releasing.Journal;

namespace Slipway.Rehearsal.Tests.Releasing;

/// <summary>A release of octo/caro 1.2.3 with three files, and an embedded GitHub to make it at.</summary>
internal sealed class ReleaseBench : IAsyncDisposable
{
    public const string Repository = "octo/caro";
    public const string Tag = "v1.2.3";
    public static readonly string Commit = new('c', 40);
    public static readonly string OtherCommit = new('d', 40);

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly CallLog _log = new(new Redaction([]));

    private ReleaseBench()
    {
    }

    public FaultPlan Faults { get; } = new();

    public GitHubServer Server { get; private set; } = null!;

    public ReleaseManifest Manifest { get; set; } = null!;

    public ConcurrentQueue<string> Said { get; } = new();

    public StepSettings Settings { get; } = new(Lanes: 2, Pause: TimeSpan.FromMilliseconds(2), Looks: 5);

    /// <summary>A request that is given up soon.</summary>
    public Hurry? Hurry { get; set; }

    /// <summary>That of the release; what others do, they do with their own.</summary>
    public string Token { get; set; } = "rehearsal-github-token";

    /// <summary>Around everything that is sent.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler> Around { get; set; } = handler => handler;

    public string Assets => _folder / "assets";

    public IReadOnlyList<Call> Calls => _log.Calls;

    /// <summary>For more servers with the same faults and the same log.</summary>
    public ServerContext Context => new(TimeProvider.System, Faults, _log);

    public string Folder => _folder.Path;

    public static async Task<ReleaseBench> StartAsync(GitHubOptions? options = null, string version = "1.2.3")
    {
        var bench = new ReleaseBench();
        bench.Server = await GitHubServer.StartAsync(
            bench._folder / "github",
            (options ?? new GitHubOptions()) with { Repository = Repository },
            bench.Context);
        if (options?.GitRepository is null)
            bench.Server.SetBranch("main", OtherCommit);
        Directory.CreateDirectory(bench.Assets);
        bench.Manifest = await bench.MakeAsync(version, $"caro-{version}-x86_64-unknown-linux-gnu.tar.gz", "SHA256SUMS", "SHA256SUMS.asc");
        return bench;
    }

    /// <summary>Files of these names, and the manifest of them.</summary>
    public async Task<ReleaseManifest> MakeAsync(string version, params string[] names)
    {
        var assets = new List<Asset>();
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            await File.WriteAllTextAsync(Path.Combine(Assets, name), $"the content of {name}", TestContext.Current.CancellationToken);
            assets.Add(await Asset.OfAsync(Path.Combine(Assets, name), AssetKind.Archive, null, TestContext.Current.CancellationToken));
        }

        return new ReleaseManifest(
            ReleaseManifest.CurrentVersion, "caro", version, $"v{version}", Commit, version.Contains('-', StringComparison.Ordinal), "It floats.\n", assets, [new("caro", version)]);
    }

    public GitHubConnection Connection =>
        new(new Uri(Server.Environment["GITHUB_API_URL"]), Repository, new Uri(Server.Environment["GITHUB_SERVER_URL"]), Token);

    public GitHubReleases Releases() => new(
        Connection,
        TimeProvider.System,
        () => Around(Handler()));

    public HttpMessageHandler Handler()
    {
        var sending = new DeadlineHandler(new SocketsHttpHandler(), TimeProvider.System, Hurry is null ? Deadline : Hurry.Short);
        return new PatientHandler(Hurry?.Around(sending) ?? sending, TimeProvider.System, firstPause: TimeSpan.FromMilliseconds(1));
    }

    /// <summary>With what the steps need; the journal is that of an earlier run, unless it was lost.</summary>
    public async Task<T> RunAsync<T>(Func<ReleaseRun, GitHubReleases, CancellationToken, Task<T>> step)
    {
        await using var journal = ReleaseJournal.Open(JournalFile, new JournalSubject(Manifest.Tag, Manifest.Commit, "rehearsal"), TimeProvider.System);
        using var releases = Releases();
        return await step(new ReleaseRun(Manifest, Assets, journal, TimeProvider.System, Said.Enqueue), releases, TestContext.Current.CancellationToken);
    }

    public Task<UploadedRelease> DraftAsync() => RunAsync((run, releases, token) => DraftStep.RunAsync(run, releases, Settings, token));

    public Task<PublishedRelease> GoLiveAsync() => RunAsync((run, releases, token) => GoLiveStep.RunAsync(run, releases, Settings, token));

    public async Task<PublishedRelease> ReleaseAsync()
    {
        await DraftAsync();
        return await GoLiveAsync();
    }

    public string JournalFile => _folder / ReleaseJournal.FileName;

    /// <summary>As on another machine.</summary>
    public void LoseJournal() => File.Delete(JournalFile);

    /// <summary>A request with the token, as somebody else makes it.</summary>
    public async Task<JsonNode?> AskAsync(string method, string path, string? body = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Server.Address, path.StartsWith('/') ? path : $"api/v3/repos/{Repository}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "rehearsal-github-token");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>A release that is there already, and its id.</summary>
    public async Task<long> MakeReleaseAsync(string tag = Tag, bool draft = true, string? target = null) => (long)(await AskAsync(
        "POST",
        "releases",
        $$"""{"tag_name":"{{tag}}","target_commitish":"{{target ?? Commit}}","draft":{{(draft ? "true" : "false")}},"prerelease":{{(tag.Contains('-', StringComparison.Ordinal) ? "true" : "false")}}}"""))!["id"]!;

    public Task<JsonNode?> UploadAsync(long release, string name, string content) =>
        AskAsync("POST", string.Create(CultureInfo.InvariantCulture, $"/api/uploads/repos/{Repository}/releases/{release}/assets?name={name}"), content);

    /// <summary>All that people and programs can see, without ids and times.</summary>
    public async Task<string> StateAsync()
    {
        var lines = new List<string>();
        foreach (var release in (JsonArray)(await AskAsync("GET", "releases?per_page=100"))!)
        {
            lines.Add($"{release!["tag_name"]} of {release["target_commitish"]} '{release["name"]}' draft={release["draft"]} prerelease={release["prerelease"]} immutable={release["immutable"]}");
            lines.Add($"{release["body"]}");
            lines.AddRange(((JsonArray)release["assets"]!).Select(asset => $"- {asset!["name"]} {asset["state"]} {asset["size"]} {asset["digest"]}").Order(StringComparer.Ordinal));
        }

        lines.AddRange(((JsonArray)(await AskAsync("GET", "git/matching-refs/tags/"))!).Select(tag => $"{tag!["ref"]} {tag["object"]!["sha"]}"));
        return string.Join('\n', lines);
    }

    public async Task<string?> LatestAsync() => (string?)(await AskAsync("GET", "releases/latest"))!["tag_name"];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
