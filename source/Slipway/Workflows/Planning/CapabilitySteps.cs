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
        if (job.Has(Capability.Provenance) && !Produces(job, artifacts).Any())
            yield return Attest(artifacts.Where(artifact => artifact.IsFor(job)), actions);
    }

    public static IEnumerable<Step> After(JobDraft job, IReadOnlyList<Artifact> artifacts, ActionUses actions)
    {
        if (job.Has(Capability.CodeQl))
            yield return actions.Step("Analyze with CodeQL", CodeQl, "analyze");
        if (job.Has(Capability.Provenance) && Produces(job, artifacts).ToList() is { Count: > 0 } produced)
            yield return Attest(produced, actions);
    }

    private static IEnumerable<Artifact> Produces(JobDraft job, IReadOnlyList<Artifact> artifacts) => artifacts.Where(artifact => artifact.Producer == job);

    private static UsesStep Attest(IEnumerable<Artifact> artifacts, ActionUses actions) => actions.Step(
        "Attest provenance",
        "actions/attest",
        null,
        new NamedValue("subject-path", string.Join('\n', artifacts.SelectMany(artifact => artifact.Paths).Distinct().Order(StringComparer.Ordinal))));
}
