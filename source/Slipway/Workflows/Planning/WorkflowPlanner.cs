using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>Targets × declarations → workflows, and everything that is wrong, at once.</summary>
public static class WorkflowPlanner
{
    public static PipelinePlan Plan(
        IReadOnlyList<TargetFacts> targets,
        IReadOnlyList<WorkflowDeclaration> declarations,
        PipelineFacts facts)
    {
        var graph = new TargetGraph(targets);
        var diagnostics = new List<WorkflowDiagnostic>(TargetChecks.Run(graph, facts.AsOf));
        diagnostics.AddRange(DeclarationChecks.Run(declarations));
        diagnostics.AddRange(FollowingChecks.Run(declarations));
        // Without an order nothing else can be said.
        if (diagnostics.Exists(diagnostic => diagnostic.Code == "WF002"))
            return PipelinePlan.Create([], diagnostics);
        var actions = new ActionUses(facts.Pins, diagnostics);
        var workflows = declarations.Select(declaration => Plan(declaration, graph, facts, actions, diagnostics)).ToList();
        return PipelinePlan.Create(workflows, diagnostics);
    }

    private static Workflow Plan(
        WorkflowDeclaration declaration,
        TargetGraph graph,
        PipelineFacts facts,
        ActionUses actions,
        List<WorkflowDiagnostic> diagnostics)
    {
        var closure = graph.Closure(declaration.Entries);
        var drafts = closure.Where(target => target.Job != null).Select(target => new JobDraft(target, graph.OwnTargets(target))).ToList();
        var jobs = drafts.ToDictionary(draft => draft.Target.Name, StringComparer.Ordinal);
        foreach (var draft in drafts)
            draft.Needs = [.. graph.Needs(draft.Target, jobs).Select(name => jobs[name])];
        var triggers = TriggerPlanner.Plan(declaration);
        var inputs = triggers.Dispatch?.Inputs ?? [];
        diagnostics.AddRange(WorkflowChecks.Run(declaration, inputs, graph, closure, drafts));
        diagnostics.AddRange(FollowingChecks.Run(declaration, drafts));
        var artifacts = new ArtifactPlanner(graph, drafts, diagnostics).Plan();
        diagnostics.AddRange(CapabilitySteps.Check(drafts, artifacts));
        var steps = new StepPlanner(declaration, inputs, facts, artifacts, actions);
        return new Workflow(
            declaration.Name,
            triggers,
            TriggerPlanner.Concurrency(declaration, inputs),
            [.. InOrder(drafts).Select(draft => Job(declaration, draft, steps.Plan(draft)))]);
    }

    private static Job Job(WorkflowDeclaration workflow, JobDraft draft, ImmutableArray<Step> steps) => new(
        draft.Id,
        draft.Target.Name,
        Comment(workflow, draft),
        [.. draft.Needs.Select(need => need.Id).Order(StringComparer.Ordinal)],
        Condition(workflow, draft),
        draft.IsMatrix ? draft.Legs : [],
        draft.IsMatrix ? Expression.Matrix(MatrixLeg.RunnerKey) : draft.SingleLeg.Runner,
        draft.Target.Job!.Environment,
        draft.Target.Job.TimeoutMinutes,
        draft.Permissions,
        steps)
    {
        Secrets = [.. draft.Secrets.Select(secret => secret.Name)],
    };

    private static Expression? Condition(WorkflowDeclaration workflow, JobDraft draft) => draft switch
    {
        { Target: { IsAssured: true, Job.OnFailure: true } } when workflow.After != null => Expression.EndedInFailure,
        { Target: { IsAssured: true, Job.OnFailure: true } } => Expression.Failure,
        { Target.IsAssured: true } when workflow.After != null => Expression.EndedOnDefaultBranch,
        { Target.IsAssured: true } => Expression.NotCancelled,
        _ when draft.Has(Capability.ForkReport) => Expression.EndedForFork,
        _ => null,
    };

    private static string? Comment(WorkflowDeclaration workflow, JobDraft draft) => draft.Target switch
    {
        { IsAssured: true, Job.OnFailure: true } when workflow.After != null => $"Only when {workflow.After} has failed for a push to the default branch, whose code this is.",
        { IsAssured: true, Job.OnFailure: true } => "Only when a job before it has failed.",
        { IsAssured: true } when workflow.After != null => $"Only after {workflow.After} for a push to the default branch, whose code this is.",
        { IsAssured: true } => "Whatever the jobs before it say.",
        { Job.Environment: { } environment } => $"Starts when the environment {environment} lets it: its reviewers, if it has any, say GO or NO-GO.",
        _ => null,
    };

    // A reader meets a job after those that it needs; otherwise in the order of declaration.
    private static List<JobDraft> InOrder(List<JobDraft> drafts)
    {
        var result = new List<JobDraft>(drafts.Count);
        var visited = new HashSet<JobDraft>();
        drafts.ForEach(Visit);
        return result;

        void Visit(JobDraft draft)
        {
            if (!visited.Add(draft))
                return;
            foreach (var need in draft.Needs)
                Visit(need);
            result.Add(draft);
        }
    }
}
