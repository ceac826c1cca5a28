namespace Slipway.Rehearsal.GitHub;

/// <summary>The run of a workflow whose identity GitHub vouches for.</summary>
/// <param name="File">Below <c>.github/workflows</c>.</param>
public sealed record WorkflowIdentity(string File, string Event = "push", string Ref = "refs/heads/main", string? Environment = null)
{
    /// <summary>What a job must show to ask.</summary>
    public string RequestToken { get; init; } = "rehearsal-identity-token";
}
