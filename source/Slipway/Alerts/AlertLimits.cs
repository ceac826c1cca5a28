namespace Slipway.Alerts;

/// <summary>How much a team is told.</summary>
public sealed record AlertLimits
{
    public static AlertLimits Default { get; } = new();

    /// <summary>Messages to a channel within an hour; new issues, too.</summary>
    public int MostPerHour { get; init; } = 10;

    /// <summary>How long a problem is not told of again at least; a reminder also waits for another day, in UTC.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromHours(12);

    /// <summary>When a process that said it would tell something, and did not say more, is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a problem that is over is remembered.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whether it is time to tell of a problem that goes on.</summary>
    internal bool IsReminderDue(DateTimeOffset told, DateTimeOffset now) => now.UtcDateTime.Date > told.UtcDateTime.Date && now - told >= Quiet;
}
