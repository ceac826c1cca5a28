using System.Collections.Immutable;
using Slipway.Gates;

namespace Slipway.Alerts;

/// <summary>Which alerts go where: a table of events and stages. The row of a stage wins over that of all stages.</summary>
/// <remarks>The end of a problem goes where its row says and its beginning was told; an issue is closed in any case.</remarks>
public sealed class AlertRoutes
{
    private readonly ImmutableDictionary<(AlertEvent Event, GateStage? Stage), ImmutableSortedSet<AlertChannel>> _rows;

    private AlertRoutes(ImmutableDictionary<(AlertEvent Event, GateStage? Stage), ImmutableSortedSet<AlertChannel>> rows) => _rows = rows;

    /// <summary>Nothing is told to anybody.</summary>
    public static AlertRoutes None { get; } = new(ImmutableDictionary<(AlertEvent Event, GateStage? Stage), ImmutableSortedSet<AlertChannel>>.Empty);

    /// <summary>
    /// What stops others goes everywhere; what can wait for somebody who has time becomes an issue. That a release is out is
    /// announced by the release itself.
    /// </summary>
    public static AlertRoutes Default { get; } = None
        .With(AlertEvent.BranchRed, AlertChannel.Discord, AlertChannel.Mail, AlertChannel.GitHubIssue)
        .With(AlertEvent.BranchGreen, AlertChannel.Discord, AlertChannel.Mail)
        .With(AlertEvent.NightlyFailure, AlertChannel.Discord, AlertChannel.Mail, AlertChannel.GitHubIssue)
        .With(AlertEvent.ReleaseFailed, AlertChannel.Discord, AlertChannel.Mail, AlertChannel.GitHubIssue)
        .With(AlertEvent.AuditFinding, AlertChannel.Discord, AlertChannel.GitHubIssue)
        .With(AlertEvent.FlakyTest, AlertChannel.GitHubIssue)
        .With(AlertEvent.OverBudget, AlertChannel.GitHubIssue);

    /// <summary>With one row more, or in place of another: an event, in any stage that has no row of its own.</summary>
    /// <param name="channels">None tells nobody.</param>
    public AlertRoutes With(AlertEvent kind, params ReadOnlySpan<AlertChannel> channels) => With((kind, null), channels);

    /// <summary>With one row more, or in place of another: an event in one stage.</summary>
    /// <param name="channels">None tells nobody.</param>
    public AlertRoutes With(AlertEvent kind, GateStage stage, params ReadOnlySpan<AlertChannel> channels) => With((kind, stage), channels);

    /// <summary>Where an alert goes.</summary>
    public ImmutableSortedSet<AlertChannel> ChannelsOf(AlertEvent kind, GateStage? stage) =>
        _rows.TryGetValue((kind, stage), out var own) ? own
        : _rows.TryGetValue((kind, null), out var all) ? all
        : [];

    /// <summary>Whether anything goes there.</summary>
    public bool Uses(AlertChannel channel) => _rows.Values.Any(channels => channels.Contains(channel));

    private AlertRoutes With((AlertEvent Event, GateStage? Stage) row, ReadOnlySpan<AlertChannel> channels) =>
        new(_rows.SetItem(row, [.. channels.ToArray()]));
}
