namespace Slipway.Base;

/// <summary>How the base is to be found.</summary>
/// <param name="Folder">A folder of the working tree.</param>
/// <param name="Revision">The base that the user names; null finds one.</param>
/// <param name="PullRequestBranch">The branch that a pull request on a server wants to go into.</param>
public sealed record BaseRequest(string Folder, string? Revision = null, string? PullRequestBranch = null);
