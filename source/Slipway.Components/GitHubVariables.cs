namespace Slipway.Components;

/// <summary>Where GitHub is: https://docs.github.com/actions/reference/workflows-and-actions/variables</summary>
internal static class GitHubVariables
{
    /// <summary>Where GitHub's own API is.</summary>
    public const string UsualApi = "https://api.github.com";

    /// <summary>As it is set, or GitHub's own; whether it is an address, its reader finds out.</summary>
    public static string Api => Find("GITHUB_API_URL") ?? UsualApi;

    public static string Server => Find("GITHUB_SERVER_URL") ?? "https://github.com";

    /// <summary>Null when it is not set, or to nothing.</summary>
    public static string? Find(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
