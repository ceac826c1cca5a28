using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>Where a job runs: <c>[RunsOn]</c> → legs, and what is wrong with them.</summary>
internal static class LegPlanner
{
    private static readonly RunnerDeclaration Default = new(Runner.Ubuntu2404);

    public static ImmutableArray<MatrixLeg> Plan(TargetFacts target)
    {
        var declarations = target.RunsOn.IsEmpty ? [Default] : target.RunsOn;
        return [.. declarations.Select(Leg)];
    }

    public static IEnumerable<WorkflowDiagnostic> Check(TargetFacts target, DateOnly asOf)
    {
        foreach (var declaration in target.RunsOn)
        {
            if (CheckTriple(target, declaration) is { } triple)
                yield return triple;
            if (CheckImage(target, RunnerImages.Get(declaration.Runner), asOf) is { } image)
                yield return image;
        }

        var legs = target.RunsOn.Select(Leg).GroupBy(leg => leg.Leg, StringComparer.Ordinal);
        foreach (var leg in legs.Where(group => group.Count() > 1))
        {
            yield return WorkflowDiagnostic.Error(
                "WF007",
                target.Name,
                $"{leg.Count()} of its legs are called {leg.Key}.",
                "Give each [RunsOn] another RustTarget, or another runner where none has a RustTarget.");
        }

        if (target.RunsOn.Any(x => x.RustTarget == null) && target.RunsOn.Any(x => x.RustTarget != null))
        {
            yield return WorkflowDiagnostic.Error(
                "WF007",
                target.Name,
                "some of its legs have a RustTarget and some have none.",
                "Give all of them one, or none.");
        }
    }

    private static WorkflowDiagnostic? CheckTriple(TargetFacts target, RunnerDeclaration declaration)
    {
        if (declaration.RustTarget is not { } triple)
            return null;
        if (!RustTriple.IsKnown(triple))
        {
            var guess = RustTriple.Nearest(triple) is { } nearest ? $"Did you mean {nearest}?" : "`rustc --print target-list` shows all there are.";
            return WorkflowDiagnostic.Error("WF007", target.Name, $"'{triple}' is no target that rustup has a standard library for.", guess);
        }

        var image = RunnerImages.Get(declaration.Runner);
        return RustTriple.IsBuildableOn(triple, image.System)
            ? null
            : WorkflowDiagnostic.Error(
                "WF007",
                target.Name,
                $"{triple} cannot be built on {image.Label}, which runs {RunnerImages.NameOf(image.System)}.",
                "Take a runner with the system that the triple names.");
    }

    private static WorkflowDiagnostic? CheckImage(TargetFacts target, RunnerImage image, DateOnly asOf)
    {
        const string Fix = "Take a newer image in [RunsOn].";
        if (image.Ends is not { } ends)
            return null;
        if (ends <= asOf)
            return WorkflowDiagnostic.Error("WF011", target.Name, $"{image.Label} is retired since {ends:yyyy-MM-dd}: jobs on it fail.", Fix);
        return image.EndsSoon(asOf)
            ? WorkflowDiagnostic.Warning("WF011", target.Name, $"{image.Label} will be retired on {ends:yyyy-MM-dd}.", Fix)
            : null;
    }

    private static MatrixLeg Leg(RunnerDeclaration declaration)
    {
        var label = RunnerImages.Get(declaration.Runner).Label;
        return new MatrixLeg(declaration.RustTarget ?? label, label, declaration.RustTarget);
    }
}
