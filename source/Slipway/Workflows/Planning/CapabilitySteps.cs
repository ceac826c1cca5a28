namespace Slipway.Workflows;

/// <summary>The steps that capabilities bring.</summary>
internal static class CapabilitySteps
{
    private const string CodeQl = "github/codeql-action";

    public static IEnumerable<Step> Before(JobDraft job, IReadOnlyList<Artifact> artifacts, ActionUses actions)
    {
        if (job.Has(Capability.CodeQl))
            yield return actions.Step("Prepare CodeQL", CodeQl, "init", new("build-mode", "none"), new("languages", "actions,rust"));
        // Before the targets run: what they publish must have its provenance already.
        if (job.Has(Capability.Provenance) && !job.Products.Any())
            yield return Attest(Consumed(job, artifacts), actions);
    }

    public static IEnumerable<Step> After(JobDraft job, ActionUses actions)
    {
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

    private static IEnumerable<string> Consumed(JobDraft job, IReadOnlyList<Artifact> artifacts) =>
        artifacts.Where(artifact => artifact.IsFor(job)).SelectMany(artifact => artifact.Paths);

    private static UsesStep Attest(IEnumerable<string> paths, ActionUses actions) => actions.Step(
        "Attest provenance",
        "actions/attest",
        null,
        new NamedValue("subject-path", string.Join('\n', paths.Distinct().Order(StringComparer.Ordinal))));
}
