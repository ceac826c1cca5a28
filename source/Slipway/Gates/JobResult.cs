namespace Slipway.Gates;

/// <summary>How a job of a workflow ended.</summary>
/// <param name="Job">Its key in the workflow.</param>
/// <param name="Result">The word GitHub has for it, such as <c>success</c>.</param>
public sealed record JobResult(string Job, string Result);
