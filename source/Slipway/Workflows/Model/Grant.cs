namespace Slipway.Workflows;

/// <summary>One thing that a job's token may do.</summary>
/// <param name="Scope">As GitHub spells it, such as <c>pull-requests</c>.</param>
/// <param name="Reason">What for; stands beside it in the file.</param>
public sealed record Grant(string Scope, bool IsWrite, string Reason)
{
    public static Grant CheckOut { get; } = new("contents", IsWrite: false, "to check out");

    public string Access => IsWrite ? "write" : "read";
}
