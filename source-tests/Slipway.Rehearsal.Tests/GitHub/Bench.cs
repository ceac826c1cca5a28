using System.Net.Http.Headers;
using System.Text;
using Octokit;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.GitHub;

/// <summary>An embedded GitHub with the repository octo/crate, and Octokit before it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public const string Owner = "octo";
    public const string Name = "crate";
    public static readonly string Commit = new('a', 40);

    private readonly TemporaryFolder _folder = new();

    private Bench()
    {
    }

    public ManualTime Time { get; } = new();

    public FaultPlan Faults { get; } = new();

    public GitHubServer Server { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public string Folder => _folder.Path;

    public static async Task<Bench> StartAsync(GitHubOptions? options = null)
    {
        var bench = new Bench();
        await bench.OpenAsync(options ?? new GitHubOptions());
        if (options?.GitRepository is null)
            bench.Server.SetBranch("main", Commit);
        return bench;
    }

    public async Task RestartAsync(GitHubOptions? options = null)
    {
        await CloseAsync();
        await OpenAsync(options ?? new GitHubOptions());
    }

    /// <summary>Octokit as it is told of a GitHub Enterprise.</summary>
    public GitHubClient Client(string? token = "rehearsal-github-token")
    {
        var client = new GitHubClient(new Octokit.ProductHeaderValue("tests"), Server.Address);
        if (token is not null)
            client.Credentials = new Credentials(token);
        return client;
    }

    public async Task<Release> DraftAsync(string tag = "v1.0.0", bool prerelease = false) => await Client().Repository.Release.Create(
        Owner,
        Name,
        new NewRelease(tag) { Name = tag, Body = "Notes.", Draft = true, Prerelease = prerelease, TargetCommitish = "main" });

    public async Task<Release> PublishAsync(Release release) =>
        await Client().Repository.Release.Edit(Owner, Name, release.Id, new ReleaseUpdate { Draft = false });

    public async Task<ReleaseAsset> UploadAsync(Release release, string name, string text = "content") => await Client().Repository.Release.UploadAsset(
        release,
        new ReleaseAssetUpload(name, "application/octet-stream", new MemoryStream(Encoding.UTF8.GetBytes(text)), timeout: null),
        TestContext.Current.CancellationToken);

    public Task<string> TextAsync(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    private async Task OpenAsync(GitHubOptions options)
    {
        Server = await GitHubServer.StartAsync(_folder / "github", options with { Repository = $"{Owner}/{Name}" }, Tests.Server.Context(Faults, Time));
        Http = new HttpClient { BaseAddress = new Uri(Server.Address, $"api/v3/repos/{Owner}/{Name}/") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
    }

    private async Task CloseAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}
