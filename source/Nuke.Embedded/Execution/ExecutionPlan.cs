namespace Nuke.Common.Execution;

/// <summary>What runs, in which order, and why.</summary>
/// <param name="Targets">In an order that respects all relations; declaration order among independent targets.</param>
internal sealed record ExecutionPlan(IReadOnlyList<PlannedTarget> Targets);

/// <param name="Step">The round it could run in at the earliest, from 1.</param>
/// <param name="Predecessors">The targets of the plan that must have ended before.</param>
/// <param name="Reason">Why it is in the plan.</param>
internal sealed record PlannedTarget(ExecutableTarget Target, int Step, IReadOnlyList<ExecutableTarget> Predecessors, string Reason);
