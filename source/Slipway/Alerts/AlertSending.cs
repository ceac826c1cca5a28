using System.Collections.Immutable;
using Slipway.History;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>What there is to tell of a problem.</summary>
public enum AlertNews
{
    /// <summary>It begins, or the channel was not told yet that it did.</summary>
    Begun,

    /// <summary>It still goes on.</summary>
    Reminder,

    /// <summary>It is over.</summary>
    Over,

    /// <summary>What stands in its issue is brought up to date; nobody is called.</summary>
    Update,
}

/// <summary>One problem to tell of.</summary>
public sealed record AlertItem(AlertProblem Problem, AlertNews News, Message Message);

/// <summary>One message to one channel.</summary>
/// <param name="Items">What it tells of; several when they are put together.</param>
public sealed record AlertSending(AlertChannel Channel, ImmutableArray<AlertItem> Items, Message Message);
