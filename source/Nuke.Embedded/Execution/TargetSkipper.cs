namespace Nuke.Common.Execution;

/// <summary>Decides, before anything runs, which targets of the plan are skipped and why.</summary>
internal static class TargetSkipper
{
    /// <param name="names">The targets named by <c>--skip</c>; empty for all that were not asked for; <c>null</c> without the option.</param>
    public static void Apply(IReadOnlyList<ExecutableTarget> plan, IReadOnlyList<ExecutableTarget>? names)
    {
        if (names != null)
        {
            foreach (var target in plan.Where(x => names.Count == 0 ? !IsAskedFor(x) : names.Contains(x)))
                Skip(target, "via --skip", plan);
        }

        foreach (var target in plan.Where(x => x.Status == ExecutionStatus.Scheduled).ToList())
        {
            if (target.Status == ExecutionStatus.Scheduled && FailedConditions(target, target.StaticConditions) is { } conditions)
            {
                target.OnlyWhen = conditions;
                Skip(target, reason: null, plan);
            }
        }
    }

    /// <summary>The conditions that do not hold, or <c>null</c>.</summary>
    public static string? FailedConditions(ExecutableTarget target, IEnumerable<(string Text, Func<bool> Delegate)> conditions)
    {
        var failed = new List<string>();
        foreach (var (text, condition) in conditions)
        {
            try
            {
                if (!condition())
                    failed.Add(text);
            }
            catch (Exception exception) when (exception is not (BuildUsageException or OutOfMemoryException))
            {
                throw new BuildUsageException($"Target '{target.Name}': the condition {text} failed: {exception.Message}");
            }
        }

        return failed.Count == 0 ? null : string.Join(" && ", failed);
    }

    private static void Skip(ExecutableTarget target, string? reason, IReadOnlyList<ExecutableTarget> plan)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;
        target.Status = ExecutionStatus.Skipped;
        if (reason != null)
            target.Skipped = reason;
        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        foreach (var candidate in target.ExecutionDependencies.Concat(target.Triggers))
        {
            var needed = plan.Any(x => x.Status == ExecutionStatus.Scheduled
                && (x.ExecutionDependencies.Contains(candidate) || x.Triggers.Contains(candidate)));
            if (!needed && !IsAskedFor(candidate))
                Skip(candidate, $"because of {target.Name}", plan);
        }
    }

    private static bool IsAskedFor(ExecutableTarget target) => target.Invoked || target.IsDefaultOfRun;
}
