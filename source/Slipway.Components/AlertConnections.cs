using Serilog;
using Slipway.Alerts;
using Slipway.Alerts.Issues;
using Slipway.Messages;
using Slipway.Releasing.GitHub;

namespace Slipway.Components;

/// <summary>The channels that alerts can go to, as far as they are set up.</summary>
internal sealed class AlertConnections : IDisposable
{
    private readonly Channels _messages;

    private AlertConnections(Channels messages, GitHubIssues? issues, IReadOnlyList<IAlertChannel> channels) =>
        (_messages, Issues, Channels) = (messages, issues, channels);

    /// <summary>Null where nobody says which repository it is, or with which token.</summary>
    public GitHubIssues? Issues { get; }

    public IReadOnlyList<IAlertChannel> Channels { get; }

    public AlertChannel[] Names => [.. Channels.Select(x => x.Channel)];

    /// <exception cref="SlipwayException">Nothing is set up on a server, or something wrongly.</exception>
    public static AlertConnections Open(IAlert build)
    {
        var github = GitHub();
        var usesIssues = github is not null && build.AlertRoutes.Uses(AlertChannel.GitHubIssue);
        var messages = build.OpenChannels(staysHere: github is { Api.IsLoopback: true }, mayBeNone: build.DryRun || build.IsLocalBuild || usesIssues);
        var issues = github is null ? null : new GitHubIssues(github, TimeProvider.System);
        IReadOnlyList<IAlertChannel> channels =
        [
            .. messages.All.Select(x => new MessageChannel(x)).Where(x => build.AlertRoutes.Uses(x.Channel)),
            .. usesIssues ? [new IssueChannel(issues!, TimeProvider.System)] : Array.Empty<IAlertChannel>(),
        ];
        foreach (var missing in Enum.GetValues<AlertChannel>().Where(build.AlertRoutes.Uses).Except(channels.Select(x => x.Channel)))
            Log.Debug("{Channel} is not set up, and is told nothing", missing);
        return new AlertConnections(messages, issues, channels);
    }

    /// <summary>The repository that a job on GitHub is of, with its token; null elsewhere.</summary>
    public static GitHubConnection? GitHub() =>
        GitHubVariables.Find("GITHUB_REPOSITORY") is { } repository && repository.Split('/') is [{ Length: > 0 }, { Length: > 0 }] && GitHubVariables.Find("GITHUB_TOKEN") is { } token
            ? new GitHubConnection(
                new Uri(GitHubVariables.Api),
                repository,
                new Uri(GitHubVariables.Server),
                token)
            : null;

    public void Dispose()
    {
        _messages.Dispose();
        Issues?.Dispose();
    }
}
