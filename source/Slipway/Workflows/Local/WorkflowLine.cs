namespace Slipway.Workflows.Local;

/// <summary>A line of the log, without secrets.</summary>
/// <param name="Job">The job with its leg, as GitHub shows it; empty for the whole workflow.</param>
/// <param name="Step">The name of the step; empty for the whole job.</param>
public sealed record WorkflowLine(string Job, string Step, string Text, WorkflowLineKind Kind);
