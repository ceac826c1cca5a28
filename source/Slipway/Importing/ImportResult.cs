namespace Slipway.Importing;

/// <summary>What an import has brought.</summary>
/// <param name="Runs">Attempts that were not known.</param>
/// <param name="Missing">Runs that were deleted while they were read.</param>
/// <param name="Requests">That it took.</param>
/// <param name="IsWhole">Whether nothing is left for the next time.</param>
/// <param name="Until">When GitHub may be asked for the rest; null when it did not say.</param>
public sealed record ImportResult(int Runs, int Deployments, int Missing, int Requests, bool IsWhole, DateTimeOffset? Until);
