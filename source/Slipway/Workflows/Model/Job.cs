using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>A job of a workflow.</summary>
/// <param name="Target">The target that it runs last.</param>
/// <param name="Comment">What a reader may wonder about.</param>
public sealed record Job(
    string Id,
    string Target,
    string? Comment,
    ImmutableArray<string> Needs,
    Expression? Condition,
    ImmutableArray<MatrixLeg> Matrix,
    WorkflowText RunsOn,
    string? Environment,
    int TimeoutMinutes,
    ImmutableArray<Grant> Permissions,
    ImmutableArray<Step> Steps)
{
    /// <summary>The secrets that its steps read, without the job's own token.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>The name GitHub shows.</summary>
    public WorkflowText Name => Matrix.IsEmpty ? Id : WorkflowText.Join(Id, " (", Expression.Matrix(MatrixLeg.LegKey), ")");
}

/// <summary>One run of a job on a runner of its own.</summary>
/// <param name="Leg">Tells the runs of the job apart.</param>
/// <param name="Runner">The label of the runner.</param>
public sealed record MatrixLeg(string Leg, string Runner, string? RustTarget)
{
    public const string LegKey = "leg";
    public const string RunnerKey = "runner";
    public const string RustTargetKey = "rust-target";

    /// <summary>What the file says of it, in order.</summary>
    public IEnumerable<NamedValue> Values
    {
        get
        {
            yield return new(LegKey, Leg);
            yield return new(RunnerKey, Runner);
            if (RustTarget != null)
                yield return new(RustTargetKey, RustTarget);
        }
    }
}
