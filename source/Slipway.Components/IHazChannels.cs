using Nuke.Common;
using Slipway.Messages;

namespace Slipway.Components;

/// <summary>Where people are told things: Discord, mail, or both.</summary>
public interface IHazChannels : INukeBuild
{
    [Parameter("Address of the webhook that messages for Discord go to")]
    [Secret]
    string DiscordWebhook => TryGetValue(() => DiscordWebhook);

    [Parameter("Server that takes mail; none is sent without it")]
    string SmtpHost => TryGetValue(() => SmtpHost);

    [Parameter("Port of the mail server; default: 587")]
    int SmtpPort => TryGetValue<int?>(() => SmtpPort) ?? MailSettings.DefaultPort;

    [Parameter("User of the mail server")]
    string SmtpUser => TryGetValue(() => SmtpUser);

    [Parameter("Password of the mail server's user")]
    [Secret]
    string SmtpPassword => TryGetValue(() => SmtpPassword);

    [Parameter("Address that mail comes from")]
    string MailFrom => TryGetValue(() => MailFrom);

    [Parameter("Addresses that mail goes to")]
    string[] MailTo => TryGetValue(() => MailTo) ?? [];

    /// <summary>The channels that are set up; the caller disposes them.</summary>
    /// <param name="staysHere">Whether nothing may leave this machine.</param>
    /// <param name="mayBeNone">For those who only look.</param>
    /// <exception cref="SlipwayException">None is set up, or one wrongly.</exception>
    internal sealed Channels OpenChannels(bool staysHere = false, bool mayBeNone = false)
    {
        var webhook = string.IsNullOrWhiteSpace(DiscordWebhook) ? null : Messages.DiscordWebhook.Parse(DiscordWebhook);
        var mail = string.IsNullOrWhiteSpace(SmtpHost) ? null : new MailSettings(SmtpHost, SmtpPort, SmtpUser, SmtpPassword, MailFrom, MailTo);
        if (webhook is null && mail is null && !mayBeNone)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                "There is nobody to tell: neither Discord nor mail is set up.",
                "Set the secret DISCORD_WEBHOOK; or \"SmtpHost\", \"MailFrom\" and \"MailTo\" in .nuke/parameters.json, and the secret SMTP_PASSWORD.");
        }

        if (staysHere && (webhook is { IsLoopback: false } || mail is { IsLocal: false }))
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"{(webhook is { IsLoopback: false } ? "DISCORD_WEBHOOK" : "SMTP_HOST")} is no address on this machine, and the rest is rehearsed here.",
                "Take the one that ./build.sh ServeRehearsal prints.");
        }

        return Channels.Open(webhook, mail, TimeProvider.System);
    }
}
