using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>The targets and how they need each other.</summary>
internal sealed class TargetGraph
{
    private readonly ImmutableArray<TargetFacts> _targets;
    private readonly Dictionary<string, TargetFacts> _byName;
    private readonly Dictionary<string, IReadOnlyList<TargetFacts>> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _before = new(StringComparer.Ordinal);

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
            foreach (var next in target.DependsOn)
                queue.Enqueue(next);
            foreach (var next in target.Triggers)
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
            foreach (var next in target.DependsOn)
                Add(next);
            foreach (var next in target.Triggers)
                Add(next);
        }

        return _own[job.Name] = InOrder(own);

        void Add(string name)
        {
            if (Find(name) is { Job: null } target && own.Add(name))
                queue.Enqueue(target);
        }
    }

    /// <summary>The targets of the jobs that must have ended before this one starts: the nearest along dependencies.</summary>
    /// <param name="jobs">Those of the workflow, by the names of their targets.</param>
    public IEnumerable<string> Needs(TargetFacts job, IReadOnlyDictionary<string, JobDraft> jobs)
    {
        var needs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in OwnTargets(job))
        {
            foreach (var name in target.DependsOn)
                needs.Add(name);
            // What runs whatever happened has no dependencies that could fail: it says only what it comes after.
            if (job.IsAssured)
                needs.UnionWith(target.After.SelectMany(name => JobsOf(name, jobs)));
        }

        needs.Remove(job.Name);
        return needs.Where(jobs.ContainsKey).Order(StringComparer.Ordinal);
    }

    /// <summary>Whether a target runs before another in any run of the other.</summary>
    public bool IsBefore(string earlier, TargetFacts later)
    {
        if (!_before.TryGetValue(later.Name, out var before))
        {
            _before[later.Name] = before = new HashSet<string>(StringComparer.Ordinal);
            var queue = new Queue<string>(later.IsAssured ? later.DependsOn.Concat(later.After) : later.DependsOn);
            while (queue.TryDequeue(out var name))
            {
                if (!before.Add(name) || Find(name) is not { } target)
                    continue;
                foreach (var next in target.DependsOn)
                    queue.Enqueue(next);
            }
        }

        return before.Contains(earlier);
    }

    /// <summary>The jobs that run a target.</summary>
    private IEnumerable<string> JobsOf(string name, IReadOnlyDictionary<string, JobDraft> jobs) => Find(name) is not { } target
        ? []
        : target.Job != null
            ? [name]
            : jobs.Values.Where(job => job.Own.Contains(target)).Select(job => job.Target.Name);

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
