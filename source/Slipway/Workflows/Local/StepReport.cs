namespace Slipway.Workflows.Local;

/// <summary>What became of a step.</summary>
/// <param name="Number">Counts from one.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Conclusion">The same, but success after a failure that <c>continue-on-error</c> allows.</param>
public sealed record StepReport(int Number, string Name, RunResult Outcome, RunResult Conclusion, string? Reason, TimeSpan Duration);
