namespace Nuke.Common.Execution;

/// <summary>Decides, before anything runs, which targets of the plan are skipped and why.</summary>
internal static class TargetSkipper
{
    /// <param name="names">The targets named by <c>--skip</c>, of which those asked for by name run all the same; empty for all that were not asked for; <c>null</c> without the option.</param>
    public static void Apply(IReadOnlyList<ExecutableTarget> plan, IReadOnlyList<ExecutableTarget>? names)
    {
        if (names != null)
        {
            foreach (var target in plan.Where(x => names.Count == 0 ? !IsAskedFor(x) : names.Contains(x) && !x.Invoked))
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

    /// <summary>Skips a target in the middle of the run; what it needs has run by then, what it triggers has not.</summary>
    /// <returns>The other targets that are skipped because of it.</returns>
    public static IReadOnlyList<ExecutableTarget> SkipLate(ExecutableTarget target, IReadOnlyList<ExecutableTarget> plan)
    {
        var scheduled = plan.Where(x => x != target && x.Status == ExecutionStatus.Scheduled).ToList();
        target.Status = ExecutionStatus.Scheduled;
        Skip(target, reason: null, plan);
        return [.. scheduled.Where(x => x.Status == ExecutionStatus.Skipped)];
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
                throw new BuildUsageException($"Target '{target.Name}': the condition {text} failed: {LogText.Describe(exception)}", exception);
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
            var needed = plan.Any(x => x.Status != ExecutionStatus.Skipped
                && (x.ExecutionDependencies.Contains(candidate) || x.Triggers.Contains(candidate)));
            if (!needed && !IsAskedFor(candidate))
                Skip(candidate, $"because of {target.Name}", plan);
        }
    }

    private static bool IsAskedFor(ExecutableTarget target) => target.Invoked || target.IsDefaultOfRun;
}
