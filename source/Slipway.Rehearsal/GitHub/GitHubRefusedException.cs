using System.Text.Json.Nodes;

namespace Slipway.Rehearsal.GitHub;

/// <summary>A request that GitHub refuses, in its words.</summary>
public sealed class GitHubRefusedException : Exception
{
    internal GitHubRefusedException(int status, string message, params JsonNode[] errors) : base(message) =>
        (Status, Errors) = (status, errors);

    internal int Status { get; }

    internal IReadOnlyList<JsonNode> Errors { get; }

    internal static GitHubRefusedException NotFound => new(404, "Not Found");

    /// <summary>422 with one error of a field.</summary>
    internal static GitHubRefusedException Invalid(string resource, string code, string field, string? message = null)
    {
        var error = new JsonObject { ["resource"] = resource, ["code"] = code, ["field"] = field };
        if (message is not null)
            error["message"] = message;
        return new GitHubRefusedException(422, "Validation Failed", error);
    }

    internal static GitHubRefusedException Refused(string message) => new(422, message);
}
