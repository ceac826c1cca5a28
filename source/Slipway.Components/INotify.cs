using Nuke.Common;
using Serilog;
using Slipway.Messages;

namespace Slipway.Components;

/// <summary>Brings <c>NotifyOfFailure</c>: tells the team that a run has failed.</summary>
public interface INotify : IHazChannels, IHazDryRun
{
    Target NotifyOfFailure => _ => _
        .Description("Tells the team that something failed")
        .AssuredAfterFailure()
        .OnlyWhenDynamic(() => IsServerBuild || IsFailing || DryRun)
        .Requires(() => IsLocalBuild || DiscordWebhook != null || (SmtpHost != null && (SmtpUser == null || SmtpPassword != null)))
        .Executes(() => this.ExplainAsync(async () =>
        {
            var desk = (RootDirectory.Name, InvokedTargets.Count > 0 ? InvokedTargets.First().Name : "the pipeline");
            var message = FailedRun.Of(Environment.GetEnvironmentVariable, desk, FailedTargets.Select(x => x.Name), await GitHubEvent.ReadEndedAsync()).ToMessage();
            // On a desk somebody sees it anyway.
            if (DryRun || (IsLocalBuild && string.IsNullOrEmpty(DiscordWebhook) && string.IsNullOrEmpty(SmtpHost)))
            {
                Log.Information("It would be told:\n{Message:l}", PlainText.Of(message).TrimEnd());
                return;
            }

            using var channels = OpenChannels();
            await Channels.ForEachAsync(channels.All, async channel =>
            {
                try
                {
                    await channel.SendAsync(message, Interruption.Token);
                    Log.Information("Told {Way:l}", channel.Way);
                }
                catch (UncertainException exception)
                {
                    // Nobody sends it twice; the run has failed for all to see.
                    Log.Warning("Whether it was told {Way:l} is not known: {Why:l}", channel.Way, exception.Message);
                }
            });
        }));
}
