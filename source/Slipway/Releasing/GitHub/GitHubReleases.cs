using Octokit;
using Slipway.Http;

namespace Slipway.Releasing.GitHub;

/// <summary>The releases of one repository: Octokit, and what it does not know.</summary>
public sealed partial class GitHubReleases : IDisposable
{
    private readonly GitHubClient _octokit;
    private readonly HttpClient _http;
    private readonly HttpClient _public;
    private readonly Pace _pace;

    /// <param name="handler">What sends, a fresh one for each client; null is the usual patience.</param>
    /// <param name="pace">Null is what GitHub likes.</param>
    public GitHubReleases(GitHubConnection connection, TimeProvider time, Func<HttpMessageHandler>? handler = null, Pace? pace = null)
    {
        Connection = connection;
        handler ??= () => Sending.Handler(time);
        _pace = pace ?? new Pace(time);
        _octokit = connection.Connect(handler);
        _http = connection.Open(handler());
        _public = Sending.Client(handler());
    }

    public GitHubConnection Connection { get; }

    public void Dispose()
    {
        _http.Dispose();
        _public.Dispose();
    }
}
