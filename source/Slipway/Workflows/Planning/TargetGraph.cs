using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>The targets and how they need each other.</summary>
internal sealed class TargetGraph
{
    private readonly ImmutableArray<TargetFacts> _targets;
    private readonly Dictionary<string, TargetFacts> _byName;
    private readonly Dictionary<string, IReadOnlyList<TargetFacts>> _own = new(StringComparer.Ordinal);

    public TargetGraph(IEnumerable<TargetFacts> targets)
    {
        _targets = [.. targets];
        _byName = _targets.ToDictionary(target => target.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<TargetFacts> Targets => _targets;

    public TargetFacts? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>These targets and all that runs because of them, in the order of declaration.</summary>
    public IReadOnlyList<TargetFacts> Closure(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(names);
        while (queue.TryDequeue(out var name))
        {
            if (Find(name) is not { } target || !seen.Add(name))
                continue;
            foreach (var next in target.DependsOn.Concat(target.Triggers))
                queue.Enqueue(next);
        }

        return [.. _targets.Where(target => seen.Contains(target.Name))];
    }

    /// <summary>What a job runs: its target, and those without a job of their own that it needs or triggers, in the order they run.</summary>
    public IReadOnlyList<TargetFacts> OwnTargets(TargetFacts job)
    {
        if (_own.TryGetValue(job.Name, out var known))
            return known;
        var own = new HashSet<string>(StringComparer.Ordinal) { job.Name };
        var queue = new Queue<TargetFacts>([job]);
        while (queue.TryDequeue(out var target))
        {
            foreach (var next in target.DependsOn.Concat(target.Triggers).Select(Find))
            {
                if (next is { Job: null } && own.Add(next.Name))
                    queue.Enqueue(next);
            }
        }

        return _own[job.Name] = InOrder(own);
    }

    /// <summary>The jobs that must have ended before this one starts: the nearest along dependencies.</summary>
    /// <param name="included">The jobs of the workflow.</param>
    public IReadOnlyList<TargetFacts> Needs(TargetFacts job, IReadOnlyList<TargetFacts> included)
    {
        var needs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in OwnTargets(job))
        {
            needs.UnionWith(target.DependsOn);
            // What runs whatever happened has no dependencies that could fail: it says only what it comes after.
            if (job.IsAssured)
                needs.UnionWith(target.After.SelectMany(name => JobsOf(name, included)));
        }

        needs.Remove(job.Name);
        return [.. included.Where(target => needs.Contains(target.Name))];
    }

    /// <summary>The jobs that run a target.</summary>
    public IEnumerable<string> JobsOf(string name, IReadOnlyList<TargetFacts> included) => Find(name) is not { } target
        ? []
        : target.Job != null
            ? [name]
            : included.Where(job => OwnTargets(job).Any(own => own.Name == name)).Select(job => job.Name);

    /// <summary>Whether a target runs before another in any run of the other.</summary>
    public bool IsBefore(string earlier, TargetFacts later)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(later.IsAssured ? later.DependsOn.Concat(later.After) : later.DependsOn);
        while (queue.TryDequeue(out var name))
        {
            if (name == earlier)
                return true;
            if (seen.Add(name) && Find(name) is { } target)
                target.DependsOn.ToList().ForEach(queue.Enqueue);
        }

        return false;
    }

    // As they run: what a target needs or comes after stands before it, otherwise the order of declaration.
    private List<TargetFacts> InOrder(HashSet<string> names)
    {
        var result = new List<TargetFacts>(names.Count);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in _targets.Where(x => names.Contains(x.Name)))
            Visit(target);
        return result;

        void Visit(TargetFacts target)
        {
            if (!visited.Add(target.Name))
                return;
            foreach (var earlier in target.DependsOn.Concat(target.After).Where(names.Contains).Select(Find))
                Visit(earlier!);
            result.Add(target);
        }
    }
}
