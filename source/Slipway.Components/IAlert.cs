using Nuke.Common;
using Serilog;
using Slipway.Alerts;

namespace Slipway.Components;

/// <summary>
/// Brings <c>Alert</c>: tells the team what has become of the pipeline, once when a problem begins and once when it is
/// over, on Discord, by mail, and as issues.
/// </summary>
public interface IAlert : IHazChannels, IHazDryRun, IHazHistory
{
    /// <summary>Which alerts go where.</summary>
    AlertRoutes AlertRoutes => AlertRoutes.Default;

    /// <summary>How much a channel is told.</summary>
    AlertLimits AlertLimits => AlertLimits.Default;

    Target Alert => _ => _
        .Description("Tells the team what is new: a red or green branch, failed nights, flaky tests")
        .AssuredAfterFailure()
        .TryAfter<IReport>()
        .TryAfter<IAudit>()
        .TryAfter<IFlakyReport>()
        .Requires(() => IsLocalBuild || DryRun || DiscordWebhook != null || (SmtpHost != null && (SmtpUser == null || SmtpPassword != null)) || AlertConnections.GitHub() != null)
        .Executes(() => this.ExplainAsync(async () =>
        {
            using var to = AlertConnections.Open(this);
            if (await AlertGathering.GatherAsync(this, to.Issues, to.Channels.Count == 0 ? Enum.GetValues<AlertChannel>() : to.Names) is not { } gathered)
            {
                Log.Information("There is nothing to tell: this run is of a branch that nobody waits for");
                return;
            }

            await AlertTelling.TellAsync(this, to, gathered);
        }));
}
