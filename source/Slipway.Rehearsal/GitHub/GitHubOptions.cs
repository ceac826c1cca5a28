namespace Slipway.Rehearsal.GitHub;

/// <summary>How the embedded GitHub is to be.</summary>
public sealed record GitHubOptions
{
    /// <summary>The only repository, as <c>owner/name</c>.</summary>
    public string Repository { get; init; } = "rehearsal/crate";

    public string DefaultBranch { get; init; } = "main";

    /// <summary>May write.</summary>
    public string Token { get; init; } = "rehearsal-github-token";

    /// <summary>May read only; drafts are hidden from it.</summary>
    public string? ReadOnlyToken { get; init; }

    /// <summary>Who writes with the token.</summary>
    public string Login { get; init; } = "rehearsal[bot]";

    /// <summary>The git repository on disk that has the commits and tags; without it they are told.</summary>
    public string? GitRepository { get; init; }

    /// <summary>Whether what is published cannot be changed any more.</summary>
    public bool ImmutableReleases { get; init; }

    /// <summary>How many requests an hour has.</summary>
    public int RateLimit { get; init; } = 5000;

    /// <summary>How many writes a minute has before the secondary limit; none without it.</summary>
    public int? WritesPerMinute { get; init; }

    /// <summary>What a workflow that asks for a proof of its identity is.</summary>
    public WorkflowIdentity Workflow { get; init; } = new("release.yml");

    /// <summary>0 takes any free one.</summary>
    public int Port { get; init; }
}
