using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Base of generators with one job per target: targets that are no entry run in the jobs of those that need them.</summary>
public abstract class ChainedConfigurationAttributeBase : ConfigurationAttributeBase
{
    /// <summary>Targets without a job of their own.</summary>
    public string[] NonEntryTargets { get; set; } = [];

    /// <summary>Targets that no job runs.</summary>
    public string[] ExcludedTargets { get; set; } = [];

    public override IEnumerable<string> IrrelevantTargetNames => ExcludedTargets;

    /// <summary>The targets that the job of this target invokes, in order.</summary>
    protected IEnumerable<string> GetInvokedTargets(ExecutableTarget executableTarget, IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var invoked = new HashSet<ExecutableTarget> { executableTarget };
        var queue = new Queue<ExecutableTarget>(invoked);
        while (queue.TryDequeue(out var target))
        {
            foreach (var dependency in target.ExecutionDependencies.Where(x => IsNonEntry(x) && invoked.Add(x)))
                queue.Enqueue(dependency);
        }

        return relevantTargets.Where(invoked.Contains).Select(x => x.Name);
    }

    /// <summary>The targets whose jobs must have ended before the job of this target starts.</summary>
    protected IEnumerable<ExecutableTarget> GetTargetDependencies(ExecutableTarget executableTarget)
        => executableTarget.ExecutionDependencies
            .SelectMany(x => IsNonEntry(x) ? GetTargetDependencies(x) : [x])
            .Where(x => !ExcludedTargets.Contains(x.Name))
            .Distinct();

    private bool IsNonEntry(ExecutableTarget target) => NonEntryTargets.Contains(target.Name);
}
