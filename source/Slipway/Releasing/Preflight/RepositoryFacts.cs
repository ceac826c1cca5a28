namespace Slipway.Releasing;

/// <summary>What git says of the place where a release begins.</summary>
/// <param name="Head">The commit that is checked out.</param>
/// <param name="TagCommit">What the tag stands for; null when there is no such tag here.</param>
/// <param name="Changed">Files that are not as they were committed; ignored ones do not count.</param>
/// <param name="MainBranch">The default branch, here or at the origin; null when none was found.</param>
/// <param name="IsOnMainBranch">Whether the commit is in it; null when that is not known.</param>
public sealed record RepositoryFacts(string Head, string? TagCommit, IReadOnlyList<string> Changed, string? MainBranch, bool? IsOnMainBranch);
