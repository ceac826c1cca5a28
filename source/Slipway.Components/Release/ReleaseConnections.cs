using Slipway.Http;
using Slipway.Releasing.Crates;
using Slipway.Releasing.GitHub;

namespace Slipway.Components;

/// <summary>Where a release goes: GitHub and crates.io, or the servers of a rehearsal.</summary>
/// <param name="Discord">The webhook of a rehearsal; null takes the one that is given.</param>
internal sealed record ReleaseConnections(string Forge, GitHubConnection GitHub, CrateRegistry Registry, Uri? Discord)
{
    public const string ToGitHub = "github";
    public const string ToRehearsal = "rehearsal";

    /// <summary>Whether crates may have files that are not committed.</summary>
    public bool AllowDirty { get; init; }

    public static ReleaseConnections FromEnvironment()
    {
        var repository = Variable("GITHUB_REPOSITORY") ?? throw Missing("GITHUB_REPOSITORY", "the repository, as owner/name");
        if (repository.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            throw new SlipwayException(ErrorKind.Configuration, $"GITHUB_REPOSITORY is '{repository}', which is no repository.", "owner/name is one.");
        var token = Variable("GITHUB_TOKEN") ?? throw Missing("GITHUB_TOKEN", "a token that may write the repository's contents");
        var connection = new GitHubConnection(
            new Uri(Variable("GITHUB_API_URL") ?? "https://api.github.com"),
            repository,
            new Uri(Variable("GITHUB_SERVER_URL") ?? "https://github.com"),
            token);
        return new ReleaseConnections(ToGitHub, connection, CrateRegistry.CratesIo(Variable("CARGO_REGISTRY_TOKEN")), Discord: null);
    }

    /// <summary>What publishes crates; the caller disposes what it is given with it.</summary>
    public TrustedTokens? Trusted() =>
        Registry is { Token: null, TrustedApi: { } api } && Variable("ACTIONS_ID_TOKEN_REQUEST_URL") is { } address && Variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN") is { } token
            ? new TrustedTokens(new Uri(address), token, api, Sending.Handler(TimeProvider.System, TimeSpan.FromMinutes(1)))
            : null;

    public RegistryIndex Index() => new(Registry, Sending.Handler(TimeProvider.System));

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static SlipwayException Missing(string name, string what) =>
        new(ErrorKind.Configuration, $"{name} is not set.", $"Set it to {what}; or rehearse: --forge {ToRehearsal}.");
}
