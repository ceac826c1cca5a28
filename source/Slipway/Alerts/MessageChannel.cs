using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>A channel that messages go to.</summary>
public sealed class MessageChannel(IChannel inner) : IAlertChannel
{
    public AlertChannel Channel { get; } = inner.Key switch
    {
        "discord" => AlertChannel.Discord,
        "mail" => AlertChannel.Mail,
        _ => throw new ArgumentException($"There are no alerts {inner.Way}.", nameof(inner)),
    };

    public string Way => inner.Way;

    public async Task<string> TellAsync(AlertSending sending, CancellationToken cancellationToken)
    {
        await inner.SendAsync(sending.Message, cancellationToken);
        return $"Told {inner.Way}: {sending.Message.Headline}";
    }
}
