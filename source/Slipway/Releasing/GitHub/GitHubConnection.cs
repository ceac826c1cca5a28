using Octokit;
using Octokit.Internal;
using Slipway.Http;

namespace Slipway.Releasing.GitHub;

/// <summary>Where a repository is on GitHub, and who asks.</summary>
/// <param name="Api">Where the API is: what <c>GITHUB_API_URL</c> says.</param>
/// <param name="Repository">As <c>owner/name</c>.</param>
/// <param name="Server">Where people look at it: what <c>GITHUB_SERVER_URL</c> says.</param>
/// <param name="Token">Secret; null asks as nobody.</param>
public sealed record GitHubConnection(Uri Api, string Repository, Uri Server, string? Token)
{
    public string Owner => Repository.Split('/')[0];

    public string Name => Repository.Split('/')[1];

    /// <summary>The page of a release; it is there when the release is public.</summary>
    public Uri ReleasePage(string tag) => new($"{Server.ToString().TrimEnd('/')}/{Repository}/releases/tag/{Uri.EscapeDataString(tag)}");

    /// <summary>Where something below the repository is in the API.</summary>
    internal Uri At(string path) => new($"{Api.AbsoluteUri.TrimEnd('/')}/repos/{Repository}/{path}");

    /// <summary>A client for what Octokit does not know.</summary>
    /// <param name="handler">What sends: a fresh one for each client.</param>
    internal HttpClient Open(HttpMessageHandler handler)
    {
        var http = Sending.Client(handler);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");
        if (Token is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", Token.Trim());
        return http;
    }

    /// <summary>A client that waits when GitHub asks for it.</summary>
    /// <param name="handler">What sends: a fresh one for each client.</param>
    internal GitHubClient Connect(Func<HttpMessageHandler> handler)
    {
        // Relative addresses replace what stands behind the last slash.
        var address = new Uri(Api.AbsoluteUri.TrimEnd('/') + "/");
        var connection = new Connection(
            new ProductHeaderValue("slipway"),
            address,
            Token is null ? new InMemoryCredentialStore(Credentials.Anonymous) : new InMemoryCredentialStore(new Credentials(Token.Trim())),
            new HttpClientAdapter(handler),
            new SimpleJsonSerializer());
        var client = new GitHubClient(connection);
        // Attempts have their limit below; pauses that GitHub asks for are no reason to give up.
        client.SetRequestTimeout(Timeout.InfiniteTimeSpan);
        return client;
    }

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{Repository} at {Api}";
}
