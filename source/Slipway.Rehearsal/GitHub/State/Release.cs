using System.Collections.Immutable;

namespace Slipway.Rehearsal.GitHub.State;

internal sealed record Release(
    long Id,
    string Tag,
    string Target,
    string? Name,
    string? Body,
    bool Draft,
    bool Prerelease,
    bool Immutable,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PublishedAt,
    ImmutableArray<Asset> Assets);
