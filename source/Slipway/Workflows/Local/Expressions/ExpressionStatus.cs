namespace Slipway.Workflows.Local.Expressions;

/// <summary>How it went so far.</summary>
/// <param name="WasKeptBack">Whether a needed job did not run: nothing failed, and yet not all went well.</param>
public sealed record ExpressionStatus(bool HasFailed = false, bool IsCancelled = false, bool WasKeptBack = false);
