using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releasing.Crates;

/// <summary>What cargo says became of a crate that it sent. Whether it arrived is for the index to say.</summary>
internal enum PublishOutcome
{
    /// <summary>Cargo says that it was sent.</summary>
    Sent,

    /// <summary>It may have arrived: no answer, or a broken one, or one that says that it is there already.</summary>
    Doubtful,

    /// <summary>The registry asks for a pause.</summary>
    Limited,

    /// <summary>The registry refuses it, and would again.</summary>
    Refused,

    /// <summary>Cargo did not send it.</summary>
    NotSent,
}

/// <param name="Pause">What the registry asked for.</param>
internal sealed partial record PublishAnswer(PublishOutcome Outcome, string Message, TimeSpan? Pause = null)
{
    /// <summary>Reads what cargo wrote.</summary>
    /// <param name="now">For pauses that end at a time.</param>
    public static PublishAnswer Read(bool succeeded, string text, DateTimeOffset now)
    {
        var message = Cargo.CargoError.Message(text);
        if (succeeded)
            return new(PublishOutcome.Sent, message);
        if (Status().Match(text) is { Success: true } match)
        {
            return match.Groups["status"].Value switch
            {
                "429" => new(PublishOutcome.Limited, message, PauseOf(text, now)),
                "400" when text.Contains("already uploaded", StringComparison.Ordinal) || text.Contains("already exists", StringComparison.Ordinal) => new(PublishOutcome.Doubtful, message),
                ['5', ..] or "408" => new(PublishOutcome.Doubtful, message),
                _ => new(PublishOutcome.Refused, message),
            };
        }

        if (text.Contains("already exists on", StringComparison.Ordinal) || Network().IsMatch(text))
            return new(PublishOutcome.Doubtful, message);
        return new(text.Contains("the remote server responded with an error", StringComparison.Ordinal) ? PublishOutcome.Refused : PublishOutcome.NotSent, message);
    }

    // "Please try again after Mon, 02 Nov 2026 10:00:00 GMT", as crates.io says.
    private static TimeSpan? PauseOf(string text, DateTimeOffset now) =>
        After().Match(text) is { Success: true } match
            && DateTimeOffset.TryParseExact(match.Groups["time"].Value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (time > now ? time - now : TimeSpan.Zero)
            : null;

    [GeneratedRegex(@"\(status (?<status>\d{3})|got (?<status>\d{3})\b")]
    private static partial Regex Status();

    [GeneratedRegex(@"\[\d+\] |Timeout|timed out|Connection reset|[Ee]mpty reply|failed sending data|Couldn't connect|transfer closed|unexpected EOF|curl")]
    private static partial Regex Network();

    [GeneratedRegex(@"try again after (?<time>[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)")]
    private static partial Regex After();
}
