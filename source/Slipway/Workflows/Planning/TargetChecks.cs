namespace Slipway.Workflows;

/// <summary>What can be said of targets whatever workflow they are in.</summary>
internal static class TargetChecks
{
    // GitHub's own for hosted runners.
    private const int LongestTimeout = 360;

    public static IEnumerable<WorkflowDiagnostic> Run(TargetGraph graph, DateOnly asOf)
    {
        foreach (var cycle in Cycles(graph))
            yield return cycle;
        foreach (var target in graph.Targets)
        {
            if (target.Job == null && (target.RunsOn.Length > 0 || target.Uses.Length > 0))
            {
                var attribute = target.RunsOn.Length > 0 ? "RunsOn" : "Uses";
                yield return WorkflowDiagnostic.Error(
                    "WF009",
                    target.Name,
                    $"it carries [{attribute}] and no [Job], so nothing comes of it.",
                    $"Add [Job], or move [{attribute}] to the target whose job runs this one.");
            }

            if (target.Job is { TimeoutMinutes: < 1 or > LongestTimeout } job)
            {
                yield return WorkflowDiagnostic.Error(
                    "WF020",
                    target.Name,
                    $"its job may take {job.TimeoutMinutes} minutes.",
                    $"TimeoutMinutes can be from 1 to {LongestTimeout}.");
            }

            if (target.Job is { OnFailure: true } && !target.IsAssured)
            {
                yield return WorkflowDiagnostic.Error(
                    "WF020",
                    target.Name,
                    "its job is there for failures, after which the target would not run.",
                    "Add .AssuredAfterFailure(), or take OnFailure out.");
            }

            foreach (var diagnostic in LegPlanner.Check(target, asOf).Concat(CheckProducts(target)))
                yield return diagnostic;
        }
    }

    private static IEnumerable<WorkflowDiagnostic> CheckProducts(TargetFacts target)
    {
        foreach (var product in target.Products.Concat(target.Consumes.SelectMany(consumption => consumption.Patterns)))
        {
            if (product.Contains("${{", StringComparison.Ordinal))
            {
                yield return WorkflowDiagnostic.Error(
                    "WF008",
                    target.Name,
                    $"there is an expression in '{product}'.",
                    "Only the generator writes expressions; let the value travel by a parameter.");
            }

            if (Path.IsPathRooted(product) || product.Split('/').Contains(".."))
            {
                yield return WorkflowDiagnostic.Error(
                    "WF017",
                    target.Name,
                    $"its artifact {product} is outside the repository, where another job does not find it.",
                    "Produce below RootDirectory.");
            }
        }
    }

    private static IEnumerable<WorkflowDiagnostic> Cycles(TargetGraph graph)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        List<string>? found = null;
        foreach (var target in graph.Targets)
            Visit(target);
        if (found != null)
        {
            yield return WorkflowDiagnostic.Error(
                "WF002",
                found[0],
                $"it needs itself: {string.Join(" → ", found)}.",
                "Take one of these relations out.");
        }

        void Visit(TargetFacts target)
        {
            if (found != null || done.Contains(target.Name))
                return;
            if (path.IndexOf(target.Name) is >= 0 and var start)
            {
                found = [.. path[start..], target.Name];
                return;
            }

            path.Add(target.Name);
            foreach (var earlier in (target.IsAssured ? target.DependsOn.Concat(target.After) : target.DependsOn).Select(graph.Find))
            {
                if (earlier != null)
                    Visit(earlier);
            }

            path.RemoveAt(path.Count - 1);
            done.Add(target.Name);
        }
    }
}
