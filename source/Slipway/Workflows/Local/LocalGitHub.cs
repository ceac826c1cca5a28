using System.Collections.Immutable;

namespace Slipway.Workflows.Local;

/// <summary>
/// A GitHub on this machine that jobs take for the real one. With it they have a token, because nothing that they write
/// leaves the machine; and they have no secret of the desk, because what stands there may reach the real servers.
/// </summary>
/// <param name="ApiUrl">What <c>GITHUB_API_URL</c> says.</param>
/// <param name="ServerUrl">What <c>GITHUB_SERVER_URL</c> says.</param>
/// <param name="Repository">As owner/name.</param>
/// <param name="Token">Secret: what each job gets.</param>
/// <param name="IdentityUrl">Where jobs that may prove who they are ask; their environment is added to its query.</param>
/// <param name="IdentityToken">Secret: what they show there.</param>
public sealed record LocalGitHub(string ApiUrl, string ServerUrl, string Repository, string Token, string IdentityUrl, string IdentityToken)
{
    /// <summary>The secrets of the repository, by name.</summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What all jobs have in their environment besides GitHub's own; a workflow cannot set it to anything else.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Everything that no output may show.</summary>
    internal IEnumerable<string> Hidden => [Token, IdentityToken, .. Secrets.Values];

    /// <summary>For a job that may prove who it is.</summary>
    /// <param name="environment">That the job deploys to; null for none.</param>
    internal IEnumerable<KeyValuePair<string, string>> IdentityVariables(string? environment) =>
    [
        KeyValuePair.Create("ACTIONS_ID_TOKEN_REQUEST_TOKEN", IdentityToken),
        KeyValuePair.Create("ACTIONS_ID_TOKEN_REQUEST_URL", string.IsNullOrEmpty(environment)
            ? IdentityUrl
            : $"{IdentityUrl}{(IdentityUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}environment={Uri.EscapeDataString(environment)}"),
    ];

    /// <summary>Without anything secret.</summary>
    public override string ToString() => $"{Repository} at {ApiUrl}";
}
