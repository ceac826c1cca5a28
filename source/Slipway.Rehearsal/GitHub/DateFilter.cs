using System.Globalization;

namespace Slipway.Rehearsal.GitHub;

/// <summary>
/// Times that a filter such as <c>created</c> takes: <c>A..B</c>, <c>&gt;=A</c>, <c>&lt;B</c> or one day, both ends included:
/// https://docs.github.com/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax#query-for-dates
/// </summary>
internal sealed record DateFilter(DateTimeOffset From, DateTimeOffset To)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public bool Takes(DateTimeOffset time) => time >= From && time <= To;

    /// <exception cref="GitHubRefusedException">It is no filter.</exception>
    public static DateFilter Parse(string text) => text switch
    {
        ['>', '=', .. var rest] => new(Start(rest), DateTimeOffset.MaxValue),
        ['<', '=', .. var rest] => new(DateTimeOffset.MinValue, End(rest)),
        ['>', .. var rest] => new(End(rest) + Second, DateTimeOffset.MaxValue),
        ['<', .. var rest] => new(DateTimeOffset.MinValue, Start(rest) - Second),
        _ when text.Split("..") is [var from, var to] => new(
            from == "*" ? DateTimeOffset.MinValue : Start(from),
            to == "*" ? DateTimeOffset.MaxValue : End(to)),
        _ => new(Start(text), End(text)),
    };

    private static DateTimeOffset Start(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw GitHubRefusedException.Invalid("WorkflowRun", "invalid", "created");

    // A day has an end of its own; GitHub keeps whole seconds.
    private static DateTimeOffset End(string text) => text.Contains('T', StringComparison.Ordinal) ? Start(text) : Start(text).AddDays(1) - Second;
}
