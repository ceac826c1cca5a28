namespace Slipway.Alerts;

/// <summary>What a team may want to hear of.</summary>
public enum AlertEvent
{
    /// <summary>A run on the default branch fails, after one that passed.</summary>
    BranchRed,

    /// <summary>A run on the default branch passes, after one that failed.</summary>
    BranchGreen,

    /// <summary>A test is flaky more often than it may be, and there is enough evidence to say so.</summary>
    FlakyTest,

    /// <summary>A stage takes longer than its budget.</summary>
    OverBudget,

    /// <summary>The audit of a night finds something against a crate.</summary>
    AuditFinding,

    /// <summary>A night's run fails.</summary>
    NightlyFailure,

    /// <summary>A release is out, after an attempt that failed.</summary>
    ReleasePublished,

    /// <summary>A release fails.</summary>
    ReleaseFailed,
}
