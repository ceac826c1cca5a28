namespace Slipway.Workflows;

/// <summary>Runs of one group follow each other; a new one may cancel the one that runs.</summary>
public sealed record Concurrency(WorkflowText Group, bool CancelsInProgress);
