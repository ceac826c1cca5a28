using Slipway.Http;
using Slipway.Messages;
using Slipway.Releasing.Crates;
using Slipway.Releasing.GitHub;

namespace Slipway.Components;

/// <summary>Where a release goes: GitHub and crates.io, or the servers of a rehearsal.</summary>
/// <param name="Discord">The webhook of a rehearsal; null takes the one that is given.</param>
internal sealed record ReleaseConnections(string Forge, GitHubConnection GitHub, CrateRegistry Registry, Uri? Discord)
{
    public const string ToGitHub = "github";
    public const string ToRehearsal = "rehearsal";

    /// <summary>The mail server of a rehearsal.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Whether crates may have files that are not committed.</summary>
    public bool AllowDirty { get; init; }

    public static ReleaseConnections FromEnvironment()
    {
        var repository = GitHubVariables.Find("GITHUB_REPOSITORY") ?? throw Missing("GITHUB_REPOSITORY", "the repository, as owner/name");
        if (repository.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            throw new SlipwayException(ErrorKind.Configuration, $"GITHUB_REPOSITORY is '{repository}', which is no repository.", "owner/name is one.");
        var token = GitHubVariables.Find("GITHUB_TOKEN") ?? throw Missing("GITHUB_TOKEN", "a token that may write the repository's contents");
        var connection = new GitHubConnection(
            new Uri(GitHubVariables.Api),
            repository,
            new Uri(GitHubVariables.Server),
            token);
        return new ReleaseConnections(ToGitHub, connection, RegistryBeside(connection), Discord: null);
    }

    /// <summary>Where announcements go; the caller disposes them.</summary>
    /// <param name="mayBeNone">For those who only look.</param>
    /// <exception cref="SlipwayException">None is set up, or a rehearsal would tell the world.</exception>
    public Channels OpenChannels(IHazChannels given, bool mayBeNone = false) =>
        Forge == ToRehearsal ? Channels.Open(Discord, Mail, TimeProvider.System) : given.OpenChannels(staysHere: Registry.IsStandIn, mayBeNone);

    // Half a rehearsal is none: crates of one must not reach crates.io, and a release on GitHub needs crates for everybody.
    private static CrateRegistry RegistryBeside(GitHubConnection github)
    {
        var registry = GitHubVariables.Find(CrateRegistry.StandInVariable) is { } address
            ? CrateRegistry.StandIn(address, GitHubVariables.Find($"CARGO_REGISTRIES_{CrateRegistry.StandInName.ToUpperInvariant()}_TOKEN"))
            : CrateRegistry.CratesIo(GitHubVariables.Find("CARGO_REGISTRY_TOKEN"));
        if (registry.IsStandIn == github.Api.IsLoopback)
            return registry;
        throw registry.IsStandIn
            ? new SlipwayException(
                ErrorKind.Configuration,
                $"{CrateRegistry.StandInVariable} says that crates stay on this machine, and GITHUB_API_URL is {github.Api}.",
                $"Unset {CrateRegistry.StandInVariable} for a release, or set all that ./build.sh ServeRehearsal prints.")
            : new SlipwayException(
                ErrorKind.Configuration,
                $"GITHUB_API_URL is {github.Api}, on this machine, and crates would go to {registry.Title}.",
                $"Set {CrateRegistry.StandInVariable} as well: ./build.sh ServeRehearsal prints both.");
    }

    /// <summary>What publishes crates; the caller disposes what it is given with it.</summary>
    public TrustedTokens? Trusted() =>
        Registry is { Token: null, TrustedApi: { } api } && GitHubVariables.Find("ACTIONS_ID_TOKEN_REQUEST_URL") is { } address && GitHubVariables.Find("ACTIONS_ID_TOKEN_REQUEST_TOKEN") is { } token
            ? new TrustedTokens(new Uri(address), token, api, Sending.Handler(TimeProvider.System, TimeSpan.FromMinutes(1)))
            : null;

    public RegistryIndex Index() => new(Registry, Sending.Handler(TimeProvider.System));

    private static SlipwayException Missing(string name, string what) =>
        new(ErrorKind.Configuration, $"{name} is not set.", $"Set it to {what}; or rehearse: --forge {ToRehearsal}.");
}
