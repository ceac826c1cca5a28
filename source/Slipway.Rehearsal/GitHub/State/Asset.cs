namespace Slipway.Rehearsal.GitHub.State;

/// <param name="State"><c>uploaded</c>, or <c>starter</c> for what an upload that failed has left.</param>
internal sealed record Asset(
    long Id,
    string Name,
    string? Label,
    string ContentType,
    string State,
    long Size,
    string? Digest,
    int Downloads,
    DateTimeOffset CreatedAt);
