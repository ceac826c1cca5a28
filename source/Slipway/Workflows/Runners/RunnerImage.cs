namespace Slipway.Workflows;

/// <summary>What is known of an image.</summary>
/// <param name="Label">What stands behind <c>runs-on</c>.</param>
/// <param name="Ends">The day from which jobs on it fail, where GitHub has named one.</param>
public sealed record RunnerImage(Runner Runner, string Label, RunnerSystem System, DateOnly? Ends = null);
