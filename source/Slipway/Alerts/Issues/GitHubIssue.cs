namespace Slipway.Alerts.Issues;

/// <summary>An issue as GitHub tells of it.</summary>
/// <param name="IsOurs">Whether a program wrote it, or the user whose token is used: what others write is not believed.</param>
/// <param name="ClosedAt">Null while it is open.</param>
internal sealed record GitHubIssue(long Number, string Title, string Body, bool IsOurs, DateTimeOffset? ClosedAt, Uri? Page)
{
    public bool IsOpen => ClosedAt is null;
}
