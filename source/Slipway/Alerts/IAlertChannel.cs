namespace Slipway.Alerts;

/// <summary>A channel that is set up.</summary>
public interface IAlertChannel
{
    AlertChannel Channel { get; }

    /// <summary>Within a sentence: <c>on Discord</c>.</summary>
    string Way { get; }

    /// <summary>Tells it.</summary>
    /// <returns>What was done, as a sentence.</returns>
    /// <exception cref="SlipwayException">It was not told.</exception>
    /// <exception cref="Messages.UncertainException">Nobody knows whether it was.</exception>
    Task<string> TellAsync(AlertSending sending, CancellationToken cancellationToken);
}
