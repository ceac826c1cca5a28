using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.Routes;
using Slipway.Rehearsal.GitHub.State;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub;

/// <summary>The embedded GitHub: its API as GitHub Enterprise has it (<c>/api/v3</c>) and as github.com has it.</summary>
public sealed partial class GitHubServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly GitHubSite _site;

    private GitHubServer(LoopbackServer server, GitHubSite site) => (_server, _site) = (server, site);

    public Uri Address => _server.Address;

    /// <summary>What a job on GitHub has in its environment.</summary>
    public ImmutableSortedDictionary<string, string> Environment => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = _site.Options.Workflow.RequestToken,
        // A client adds its audience to a query that is there already.
        ["ACTIONS_ID_TOKEN_REQUEST_URL"] = $"{Address}{IdentityRoutes.Path.TrimStart('/')}?api-version=2.0",
        ["GITHUB_API_URL"] = $"{Address}api/v3",
        ["GITHUB_REPOSITORY"] = _site.Options.Repository,
        ["GITHUB_SERVER_URL"] = Address.ToString().TrimEnd('/'),
        ["GITHUB_TOKEN"] = _site.Options.Token,
    });

    internal static async Task<GitHubServer> StartAsync(string folder, GitHubOptions options, ServerContext context, IdentityTokens? identities = null)
    {
        if (options.Repository.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            throw new SlipwayException(ErrorKind.Configuration, $"'{options.Repository}' is no repository: owner/name is one.");
        IGitCommits commits = options.GitRepository is { } git ? new CommitsOnDisk(git) : new ToldCommits();
        var site = new GitHubSite(options, new GitHubStore(folder), commits, new RateLimits(options, context.Time), context.Time);
        var server = await LoopbackServer.StartAsync(
            "github",
            context with { Port = options.Port },
            routes => Map(routes, site, identities ?? new IdentityTokens(context.Time)),
            new GitHubFront(options, site.Limits).AnswerAsync);
        return new GitHubServer(server, site);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Map(IEndpointRouteBuilder routes, GitHubSite site, IdentityTokens identities)
    {
        var rules = new ReleaseRules(site.Commits, site.Options.DefaultBranch, site.Options.ImmutableReleases, site.Time);
        var assets = new AssetRoutes(site);
        foreach (var prefix in (ReadOnlySpan<string>)["", "/api/v3"])
        {
            new SiteRoutes(site).Map(routes.MapGroup(prefix));
            var repository = routes.MapGroup($"{prefix}/repos/{{owner}}/{{repo}}");
            new SiteRoutes(site).MapRepository(repository);
            new ReleaseRoutes(site, rules).Map(repository);
            assets.Map(repository);
            new CommitRoutes(site).Map(repository);
            new IssueRoutes(site).Map(repository);
            new WorkflowRoutes(site).Map(repository);
            new DeploymentRoutes(site).Map(repository);
            new AttestationRoutes(site).Map(repository);
        }

        assets.MapUploads(routes.MapGroup("/api/uploads/repos/{owner}/{repo}"));
        assets.MapWeb(routes.MapGroup("/{owner}/{repo}"));
        new IdentityRoutes(site, identities).Map(routes);
        routes.MapFallback((RequestDelegate)(_ => throw GitHubRefusedException.NotFound));
    }
}
