using System.Collections.Immutable;

namespace Slipway.Rehearsal.GitHub.State;

internal sealed record Issue(long Number, string Title, string State, ImmutableArray<string> Labels, bool IsPullRequest, DateTimeOffset CreatedAt);

internal sealed record Comment(long Id, long Issue, string Author, string AuthorType, string Body, DateTimeOffset CreatedAt);
