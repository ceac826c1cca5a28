namespace Slipway.Workflows;

/// <summary>The steps that capabilities bring.</summary>
internal static class CapabilitySteps
{
    private const string CodeQl = "github/codeql-action";
    private const int RetentionDays = 30;

    public static IEnumerable<Step> Before(JobDraft job, IReadOnlyList<Artifact> artifacts, ActionUses actions)
    {
        if (job.Has(Capability.CodeQl))
            yield return actions.Step("Prepare CodeQL", CodeQl, "init", new("build-mode", "none"), new("languages", "actions,rust"));
        if (job.Has(Capability.ForkReport))
            yield return ForkReport.Step;
        // Before the targets run: what they publish must have its provenance already.
        if (job.Has(Capability.Provenance) && !job.Products.Any())
            yield return Attest(Consumed(job, artifacts), actions);
    }

    public static IEnumerable<Step> After(JobDraft job, ActionUses actions)
    {
        if (job.Has(Capability.PullRequestComment) && job.Products.Any())
            yield return HandOver(job.Products, actions);
        if (job.Has(Capability.CodeQl))
            yield return actions.Step("Analyze with CodeQL", CodeQl, "analyze");
        if (job.Has(Capability.Provenance) && job.Products.Any())
            yield return Attest(job.Products, actions);
    }

    public static IEnumerable<WorkflowDiagnostic> Check(IEnumerable<JobDraft> jobs, IReadOnlyList<Artifact> artifacts) => jobs
        .Where(job => job.Has(Capability.Provenance) && !job.Products.Concat(Consumed(job, artifacts)).Any())
        .Select(job => WorkflowDiagnostic.Error(
            "WF017",
            job.Target.Name,
            "its job attests where artifacts come from, and has none.",
            "Add .Produces(…) or .Consumes(…), or take Capability.Provenance out."));

    private static UsesStep HandOver(IEnumerable<string> paths, ActionUses actions) => actions.Step(
        "Keep the report",
        "actions/upload-artifact",
        null,
        new("if-no-files-found", "warn"),
        new("name", ForkReport.Artifact),
        new("path", string.Join('\n', paths.Distinct().Order(StringComparer.Ordinal))),
        new("retention-days", RetentionDays)) with
    {
        Condition = Expression.NotCancelled,
        Comment = "For readers, and for the comment on a fork's pull request, which this run may not write.",
    };

    private static IEnumerable<string> Consumed(JobDraft job, IReadOnlyList<Artifact> artifacts) =>
        artifacts.Where(artifact => artifact.IsFor(job)).SelectMany(artifact => artifact.Paths);

    private static UsesStep Attest(IEnumerable<string> paths, ActionUses actions) => actions.Step(
        "Attest provenance",
        "actions/attest",
        null,
        new NamedValue("subject-path", string.Join('\n', paths.Distinct().Order(StringComparer.Ordinal))));
}
