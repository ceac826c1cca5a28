using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Lets a build ask whether a target is among the run's targets.</summary>
public static class ExecutableTargetExtensions
{
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Target target) => ContainsFactory(targets, target);

    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Setup target) => ContainsFactory(targets, target);

    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Cleanup target) => ContainsFactory(targets, target);

    private static bool ContainsFactory(IEnumerable<ExecutableTarget> targets, Delegate factory)
        => targets.Any(x => x.Factory.Equals(factory));
}
