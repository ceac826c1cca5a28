using System.Net;
using Slipway.Releasing.GitHub;

namespace Slipway.Alerts.Issues;

/// <summary>GitHub's no to what has to do with issues.</summary>
internal static class IssueRefusals
{
    public static Exception Of(Exception exception, GitHubConnection connection, string permission) =>
        exception is not RefusedException { Refusal: { IsLimit: false } refusal } ? exception : refusal.Status switch
        {
            HttpStatusCode.Unauthorized => new SlipwayException(ErrorKind.Configuration, "GitHub does not know the token, or not any more.", "Mend GITHUB_TOKEN.", cause: exception),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new SlipwayException(
                ErrorKind.Configuration,
                $"GitHub does not let the token do this in {connection.Repository}.",
                $"GITHUB_TOKEN needs the permission '{permission}': [Uses(Capability.{(permission == GitHubIssues.ToWriteIssues ? "WriteIssues" : "ReadRuns")})] on the target of the job, and generate the workflows.",
                cause: exception),
            HttpStatusCode.Gone => new SlipwayException(
                ErrorKind.Configuration,
                $"{connection.Repository} has no issues.",
                "Turn them on in the repository's settings, or take AlertChannel.GitHubIssue out of AlertRoutes.",
                cause: exception),
            _ => exception,
        };
}
