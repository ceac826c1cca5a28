using System.Collections.Immutable;

namespace Slipway.Rehearsal.GitHub.State;

/// <param name="State"><c>open</c> or <c>closed</c>.</param>
internal sealed record Issue(long Number, string Title, string State, ImmutableArray<string> Labels, bool IsPullRequest, DateTimeOffset CreatedAt)
{
    public string? Body { get; init; }

    /// <summary>Null is whoever the server's token belongs to.</summary>
    public string? Author { get; init; }

    public string AuthorType { get; init; } = "Bot";

    /// <summary>Such as <c>completed</c> or <c>reopened</c>; null before the first change of the state.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Null until something changes.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

internal sealed record Comment(long Id, long Issue, string Author, string AuthorType, string Body, DateTimeOffset CreatedAt);
