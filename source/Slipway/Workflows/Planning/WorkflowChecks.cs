namespace Slipway.Workflows;

/// <summary>What can be said of a workflow with its targets and jobs.</summary>
internal static class WorkflowChecks
{
    public static IEnumerable<WorkflowDiagnostic> Run(
        WorkflowDeclaration workflow,
        IReadOnlyList<DispatchInput> inputs,
        TargetGraph graph,
        IReadOnlyList<TargetFacts> closure,
        IReadOnlyList<JobDraft> jobs) =>
    [
        .. Entries(workflow, graph),
        .. WithoutJob(workflow, closure, jobs),
        .. Names(workflow, jobs),
        .. jobs.SelectMany(job => Privileges(workflow, job)),
        .. jobs.SelectMany(OnlyOn),
        .. jobs.SelectMany(job => Variables(workflow, job, inputs)),
    ];

    private static IEnumerable<WorkflowDiagnostic> Entries(WorkflowDeclaration workflow, TargetGraph graph)
    {
        if (workflow.Entries.IsEmpty)
            yield return WorkflowDiagnostic.Error("WF001", workflow.Name, "it names no target.", "Add one by nameof.");
        foreach (var entry in workflow.Entries)
        {
            if (graph.Find(entry) == null)
            {
                var guess = Spelling.DidYouMean(entry, graph.Targets.Select(target => target.Name));
                yield return WorkflowDiagnostic.Error("WF001", workflow.Name, $"there is no target {entry}.{guess}", "Name targets by nameof.");
            }
            else if (!graph.Closure([entry]).Any(target => target.Job != null))
            {
                yield return WorkflowDiagnostic.Error(
                    "WF001",
                    workflow.Name,
                    $"neither {entry} nor anything that it depends on has a [Job].",
                    $"Add [Job] to {entry} or to the stages it is made of.");
            }
        }
    }

    private static IEnumerable<WorkflowDiagnostic> WithoutJob(WorkflowDeclaration workflow, IReadOnlyList<TargetFacts> closure, IReadOnlyList<JobDraft> jobs)
    {
        if (jobs.Count == 0)
            return [];
        var run = jobs.SelectMany(job => job.Own).Select(target => target.Name).ToHashSet(StringComparer.Ordinal);
        return closure.Where(target => target.HasActions && !run.Contains(target.Name)).Select(target => WorkflowDiagnostic.Error(
            "WF012",
            target.Name,
            $"it does something, and no job of {workflow.Name} runs it.",
            "Add [Job] to it, or let the target of a job depend on it."));
    }

    private static IEnumerable<WorkflowDiagnostic> Names(WorkflowDeclaration workflow, IReadOnlyList<JobDraft> jobs)
    {
        foreach (var same in jobs.GroupBy(job => job.Id, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            yield return WorkflowDiagnostic.Error(
                "WF013",
                workflow.Name,
                $"several of its jobs are called {same.Key}: those of {string.Join(" and ", same.Select(job => job.Target.Name))}.",
                "Give one of them another name: [Job(\"…\")].");
        }

        foreach (var job in jobs.Where(job => !IsId(job.Id)))
        {
            yield return WorkflowDiagnostic.Error(
                "WF013",
                job.Target.Name,
                $"'{job.Id}' is no name for a job.",
                "Begin with a letter or _, and go on with letters, digits, - and _.");
        }
    }

    private static IEnumerable<WorkflowDiagnostic> Privileges(WorkflowDeclaration workflow, JobDraft job)
    {
        var secrets = job.Secrets.Select(secret => $"the secret {secret.Name}").ToList();
        if (workflow.PullRequests)
        {
            var unsafeOnes = secrets.Concat(job.Target.Uses.Where(capability => !capability.IsSafeForPullRequests).Select(Writes)).ToList();
            if (unsafeOnes.Count > 0)
            {
                yield return WorkflowDiagnostic.Error(
                    "WF005",
                    job.Target.Name,
                    $"its job in {workflow.Name} has {string.Join(" and ", unsafeOnes)}, and a pull request can start it with code of its own.",
                    "Move the target to a workflow that pull requests do not start.");
            }
        }

        if (!workflow.PushTags.IsEmpty && job.Target.Job!.Environment == null)
        {
            var powers = secrets.Concat(job.Target.Uses.Where(capability => capability.Writes).Select(Writes)).ToList();
            if (powers.Count > 0)
            {
                yield return WorkflowDiagnostic.Error(
                    "WF006",
                    job.Target.Name,
                    $"its job in {workflow.Name} has {string.Join(" and ", powers)}, and whoever can push a tag can use them.",
                    "Guard it with an environment: [Job(Environment = \"release\")].");
            }
        }
    }

    // What may only read is named where reading is what it must not.
    private static string Writes(CapabilityFacts capability) => capability.Permissions.IsEmpty
        ? $"{nameof(Capability)}.{capability.Capability}"
        : string.Join(" and ", capability.Permissions.Where(permission => permission.IsWrite || !capability.Writes).Select(permission => $"{permission.Scope}: {permission.Access}"));

    private static IEnumerable<WorkflowDiagnostic> OnlyOn(JobDraft job) => job.Own
        .Where(target => target.OnlyOn is { } system && job.Target.RunsOn.All(runner => RunnerImages.Get(runner.Runner).System != system))
        .Select(target => WorkflowDiagnostic.Error(
            "WF019",
            target.Name,
            $"it is only for {RunnerImages.NameOf(target.OnlyOn!.Value)}, and no leg of the job {job.Id} runs there.",
            $"Add a [RunsOn] with such a runner to {job.Target.Name}, or take [OnlyOn] out."));

    // One step, one value for each variable.
    private static IEnumerable<WorkflowDiagnostic> Variables(WorkflowDeclaration workflow, JobDraft job, IReadOnlyList<DispatchInput> inputs) => inputs
        .Select(input => input.Variable)
        .Concat(job.Secrets.Select(secret => secret.Name))
        .Concat(["GITHUB_TOKEN", "JOB_RESULTS", "MATRIX_LEG", "RUST_TARGET"])
        .GroupBy(name => name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => WorkflowDiagnostic.Error(
            "WF016",
            workflow.Name,
            $"in the job {job.Id} the variable {group.Key} would have two values.",
            "Rename the parameter."));

    private static bool IsId(string id) =>
        id.Length > 0 && (char.IsAsciiLetter(id[0]) || id[0] == '_') && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
