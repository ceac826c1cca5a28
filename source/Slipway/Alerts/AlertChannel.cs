namespace Slipway.Alerts;

/// <summary>Where an alert can go.</summary>
public enum AlertChannel
{
    Discord,

    Mail,

    /// <summary>One issue for each problem, which is closed with it.</summary>
    GitHubIssue,
}
