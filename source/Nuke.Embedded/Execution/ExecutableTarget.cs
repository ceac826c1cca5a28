using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>A target of the build with its relations and its state in this run.</summary>
[DebuggerDisplay("{Name}")]
public class ExecutableTarget
{
    internal const string SkippedKey = "Skipped";
    internal const string OnlyWhenKey = "OnlyWhen";
    internal const string FailureKey = "Failure";

    internal ExecutableTarget()
    {
    }

    /// <summary>The property that declares the target.</summary>
    public MemberInfo Member { get; internal set; } = null!;
    public string Name { get; internal set; } = null!;
    public string Description { get; internal set; } = null!;
    public bool Listed { get; internal set; } = true;
    public Delegate Factory { get; internal set; } = null!;
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];
    public DependencyBehavior DependencyBehavior { get; internal set; }
    public bool AssuredAfterFailure { get; internal set; }
    public bool ProceedAfterFailure { get; internal set; }
    public List<LambdaExpression> DelegateRequirements { get; } = [];
    public List<ToolRequirement> ToolRequirements { get; } = [];
    public List<Action> Actions { get; } = [];
    public List<ExecutableTarget> ExecutionDependencies { get; } = [];
    public List<ExecutableTarget> OrderDependencies { get; } = [];
    public List<ExecutableTarget> TriggerDependencies { get; } = [];
    public List<ExecutableTarget> Triggers { get; } = [];
    public IReadOnlyCollection<ExecutableTarget> AllDependencies
        => [.. ExecutionDependencies.Concat(OrderDependencies).Concat(TriggerDependencies).Distinct()];

    /// <summary>The artifacts this target reads, by the target that makes them.</summary>
    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; } = new();
    public List<string> ArtifactProducts { get; } = [];
    public int? PartitionSize { get; internal set; }
    public TimeSpan Duration { get; internal set; }
    public bool IsDefault { get; internal set; }
    public ExecutionStatus Status { get; internal set; }

    /// <summary>Whether the target runs because none was named on the command line.</summary>
    internal bool IsDefaultOfRun { get; set; }

    /// <summary>Whether the target was named on the command line.</summary>
    public bool Invoked { get; internal set; }

    /// <summary>What stands behind the target in the summary.</summary>
    public Dictionary<string, string> SummaryInformation { get; } = new(StringComparer.Ordinal);

    /// <summary>Why the target was skipped, when not by a condition.</summary>
    public string Skipped
    {
        get => SummaryInformation.GetValueOrDefault(SkippedKey)!;
        internal set => SummaryInformation[SkippedKey] = value;
    }

    /// <summary>The conditions that did not hold.</summary>
    public string OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(OnlyWhenKey)!;
        internal set => SummaryInformation[OnlyWhenKey] = value;
    }

    public override string ToString() => Name;
}
