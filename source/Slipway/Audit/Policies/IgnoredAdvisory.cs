namespace Slipway.Audit.Policies;

/// <summary>An advisory that does not count for a while.</summary>
/// <param name="Reason">Why it does no harm here.</param>
/// <param name="Until">The last day on which it does not count; null is forever, which is warned of.</param>
/// <param name="Location">Where it is written, when that is a file.</param>
public sealed record IgnoredAdvisory(string Id, string? Reason, DateOnly? Until, SourceLocation? Location = null)
{
    public bool IsExpired(DateOnly today) => Until < today;
}
