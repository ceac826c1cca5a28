namespace Nuke.Common.Execution;

/// <summary>Targets and what was asked for → plan.</summary>
internal static class ExecutionPlanner
{
    public static ExecutionPlan Create(IReadOnlyList<ExecutableTarget> all, IReadOnlyList<ExecutableTarget> asked, bool strict = false)
    {
        RefuseCycles(all);
        var reasons = Scheduled(asked);
        var scheduled = all.Where(reasons.ContainsKey).ToList();
        var predecessors = new Dictionary<ExecutableTarget, IReadOnlyList<ExecutableTarget>>();
        foreach (var target in scheduled)
            predecessors[target] = Predecessors(target, reasons);

        var steps = new Dictionary<ExecutableTarget, int>();
        var result = new List<PlannedTarget>(scheduled.Count);
        while (result.Count < scheduled.Count)
        {
            var ready = scheduled.Where(x => !steps.ContainsKey(x) && predecessors[x].All(steps.ContainsKey)).ToList();
            if (strict && ready.Count > 1)
            {
                throw new BuildUsageException(
                    $"--strict: the order of {string.Join(", ", ready.Select(x => x.Name))} is not determined. Relate them by DependsOn, Before or After.");
            }

            var next = ready[0];
            var last = 0;
            foreach (var predecessor in predecessors[next])
                last = Math.Max(last, steps[predecessor]);
            steps[next] = last + 1;
            result.Add(new PlannedTarget(next, steps[next], predecessors[next], reasons[next]));
        }

        return new ExecutionPlan(result);
    }

    // Everything asked for, what that needs, and what that triggers; each with the reason it came in by.
    private static Dictionary<ExecutableTarget, string> Scheduled(IReadOnlyList<ExecutableTarget> asked)
    {
        var reasons = new Dictionary<ExecutableTarget, string>();
        var queue = new Queue<ExecutableTarget>();
        foreach (var target in asked)
            Add(target, target.Invoked ? "asked for" : "default target");
        while (queue.TryDequeue(out var target))
        {
            foreach (var dependency in target.ExecutionDependencies)
                Add(dependency, $"needed by {target.Name}");
            foreach (var triggered in target.Triggers)
                Add(triggered, $"triggered by {target.Name}");
        }

        return reasons;

        void Add(ExecutableTarget target, string reason)
        {
            if (reasons.TryAdd(target, reason))
                queue.Enqueue(target);
        }
    }

    // An order also holds through targets that are not part of the run.
    private static List<ExecutableTarget> Predecessors(ExecutableTarget target, Dictionary<ExecutableTarget, string> scheduled)
    {
        var result = new List<ExecutableTarget>();
        var seen = new HashSet<ExecutableTarget>();
        Visit(target);
        return result;

        void Visit(ExecutableTarget current)
        {
            foreach (var dependency in current.AllDependencies)
            {
                if (!seen.Add(dependency))
                    continue;
                if (scheduled.ContainsKey(dependency))
                    result.Add(dependency);
                else
                    Visit(dependency);
            }
        }
    }

    private static void RefuseCycles(IReadOnlyList<ExecutableTarget> all)
    {
        var done = new HashSet<ExecutableTarget>();
        var path = new List<ExecutableTarget>();
        foreach (var target in all)
            Visit(target);

        void Visit(ExecutableTarget target)
        {
            if (done.Contains(target))
                return;
            if (path.IndexOf(target) is >= 0 and var start)
            {
                throw new BuildUsageException(
                    $"Circular dependency between targets: {string.Join(" → ", path[start..].Append(target).Select(x => x.Name))}. Remove one of these relations.");
            }

            path.Add(target);
            foreach (var dependency in target.AllDependencies)
                Visit(dependency);
            path.RemoveAt(path.Count - 1);
            done.Add(target);
        }
    }
}
