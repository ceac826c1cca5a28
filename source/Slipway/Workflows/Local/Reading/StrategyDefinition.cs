using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Reading;

/// <summary>The legs of a job.</summary>
/// <param name="FailFast">Whether a failed leg cancels the others; by default it does.</param>
public sealed record StrategyDefinition(ValueTemplate? Matrix, Template? FailFast, Template? MaxParallel)
{
    public static StrategyDefinition None { get; } = new(null, null, null);
}
