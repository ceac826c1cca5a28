using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>Products and consumptions of targets → artifacts between jobs.</summary>
internal sealed class ArtifactPlanner(TargetGraph graph, IReadOnlyList<JobDraft> jobs, ICollection<WorkflowDiagnostic> diagnostics)
{
    private sealed record Named(string Name, Artifact Artifact);

    private sealed record Use(JobDraft Consumer, JobDraft Producer, TargetFacts Target, ImmutableArray<string> Patterns);

    public IReadOnlyList<Artifact> Plan()
    {
        var artifacts = jobs.SelectMany(UsesOf)
            .GroupBy(use => $"{use.Target.Name} {use.Producer.Id}", StringComparer.Ordinal)
            .Select(group => new Artifact(
                group.First().Target.Name,
                group.First().Producer,
                [.. group.Select(use => use.Consumer).Distinct()],
                [.. group.First().Target.Products.Concat(group.SelectMany(use => use.Patterns)).Distinct().Order(StringComparer.Ordinal)]))
            .OrderBy(artifact => artifact.BaseName, StringComparer.Ordinal)
            .ToList();
        RefuseSameNames(artifacts);
        return artifacts;
    }

    private IEnumerable<Use> UsesOf(JobDraft job)
    {
        foreach (var target in job.Own)
        {
            foreach (var consumption in target.Consumes)
            {
                if (job.Own.Any(own => own.Name == consumption.Target) || graph.Find(consumption.Target) is not { } produced)
                    continue;
                if (!graph.IsBefore(consumption.Target, target))
                {
                    diagnostics.Add(WorkflowDiagnostic.Error(
                        "WF003",
                        target.Name,
                        $"it consumes what {consumption.Target} produces, and does not depend on it.",
                        $"Add .DependsOn({consumption.Target}){(target.IsAssured ? $" or .After({consumption.Target})" : "")}, or take the Consumes out."));
                }
                else if (produced.Products.IsEmpty && consumption.Patterns.IsEmpty)
                {
                    diagnostics.Add(WorkflowDiagnostic.Error(
                        "WF017",
                        target.Name,
                        $"it consumes what {consumption.Target} produces, which is nothing.",
                        $"Add .Produces(…) to {consumption.Target}, or take the Consumes out."));
                }
                else if (ProducerOf(produced, job, target) is { } producer)
                {
                    yield return new Use(job, producer, produced, consumption.Patterns);
                }
            }
        }
    }

    private JobDraft? ProducerOf(TargetFacts produced, JobDraft consumer, TargetFacts target)
    {
        if (jobs.FirstOrDefault(job => job.Target == produced) is { } itself)
            return itself;
        var candidates = jobs.Where(job => job.Own.Contains(produced) && consumer.Earlier.Contains(job)).ToList();
        if (candidates.Count > 1)
        {
            diagnostics.Add(WorkflowDiagnostic.Error(
                "WF017",
                target.Name,
                $"it consumes what {produced.Name} produces, which runs in several jobs: {string.Join(", ", candidates.Select(job => job.Id))}.",
                $"Give {produced.Name} a [Job] of its own, or consume one of these jobs' targets."));
            return null;
        }

        return candidates.FirstOrDefault();
    }

    // Names are unique in a run, and a pattern must not take in what is not meant.
    private void RefuseSameNames(IReadOnlyList<Artifact> artifacts)
    {
        var names = artifacts.SelectMany(artifact => artifact.Names.Select(name => new Named(name, artifact))).ToList();
        foreach (var artifact in artifacts)
        {
            var prefix = artifact.BaseName + "-";
            var same = names.Find(other => other.Artifact != artifact && (artifact.Producer.IsMatrix
                ? other.Name.StartsWith(prefix, StringComparison.Ordinal)
                : other.Name == artifact.BaseName));
            if (same == null)
                continue;
            diagnostics.Add(WorkflowDiagnostic.Error(
                "WF004",
                artifact.Target,
                $"its artifacts {artifact.Pattern} and {same.Name} of {same.Artifact.Target} (job {same.Artifact.Producer.Id}) cannot be told apart.",
                "Rename one of the two targets."));
        }
    }
}
