namespace Slipway.Workflows;

/// <summary>The steps that capabilities bring.</summary>
internal static class CapabilitySteps
{
    private const string CodeQl = "github/codeql-action";
    // Where the components have it, unless a build class says otherwise.
    private const string HistoryFile = ".nuke/temp/history.db";
    private const string PageFile = "index.html";
    private const int RetentionDays = 30;

    public static IEnumerable<Step> Before(JobDraft job, IReadOnlyList<Artifact> artifacts, ActionUses actions)
    {
        if (job.Has(Capability.CodeQl))
            yield return actions.Step("Prepare CodeQL", CodeQl, "init", new("build-mode", "none"), new("languages", "actions,rust"));
        if (job.Has(Capability.ForkReport))
            yield return ForkReport.Step;
        if (job.Has(Capability.KeepHistory))
            yield return KeepHistory(actions);
        // Before the targets run: what they publish must have its provenance already.
        if (job.Has(Capability.Provenance) && !job.Products.Any())
            yield return Attest(Consumed(job, artifacts), actions);
    }

    public static IEnumerable<Step> After(JobDraft job, ActionUses actions)
    {
        if (job.Has(Capability.PullRequestComment) && job.Products.Any())
            yield return HandOver(job.Products, actions);
        if (job.Has(Capability.Page) && PageOf(job) is { } folder)
            yield return Publish(folder, actions);
        if (job.Has(Capability.CodeQl))
            yield return actions.Step("Analyze with CodeQL", CodeQl, "analyze");
        if (job.Has(Capability.Provenance) && job.Products.Any())
            yield return Attest(job.Products, actions);
    }

    public static IEnumerable<WorkflowDiagnostic> Check(IReadOnlyCollection<JobDraft> jobs, IReadOnlyList<Artifact> artifacts) => [.. WithoutPage(jobs), .. WithoutArtifacts(jobs, artifacts)];

    private static IEnumerable<WorkflowDiagnostic> WithoutPage(IEnumerable<JobDraft> jobs) => jobs
        .Where(job => job.Has(Capability.Page) && PageOf(job) is null)
        .Select(job => WorkflowDiagnostic.Error(
            "WF022",
            job.Target.Name,
            "its job has Capability.Page, and no page.",
            $"Add .Produces(…) with a file {PageFile} in a folder of its own, or take the capability out."));

    private static IEnumerable<WorkflowDiagnostic> WithoutArtifacts(IEnumerable<JobDraft> jobs, IReadOnlyList<Artifact> artifacts) => jobs
        .Where(job => job.Has(Capability.Provenance) && !job.Products.Concat(Consumed(job, artifacts)).Any())
        .Select(job => WorkflowDiagnostic.Error(
            "WF017",
            job.Target.Name,
            "its job attests where artifacts come from, and has none.",
            "Add .Produces(…) or .Consumes(…), or take Capability.Provenance out."));

    private static string? PageOf(JobDraft job) =>
        job.Products.FirstOrDefault(product => product.EndsWith($"/{PageFile}", StringComparison.Ordinal))?[..^(PageFile.Length + 1)];

    // A cache is never changed: each run leaves a new one, and finds the last. Those of pull requests are out of its sight:
    // https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache
    private static UsesStep KeepHistory(ActionUses actions) => actions.Step(
        "Keep the history",
        "actions/cache",
        null,
        new("key", WorkflowText.Join("history-", Expression.RunId, "-", Expression.RunAttempt)),
        new("path", HistoryFile),
        new("restore-keys", "history-"));

    // Without a page there was nothing to show, which is no failure.
    private static UsesStep Publish(string folder, ActionUses actions) => actions.Step(
        "Hand over the page",
        "actions/upload-pages-artifact",
        null,
        new("path", folder),
        new("retention-days", RetentionDays)) with
    {
        Condition = Expression.HasFile($"{folder}/{PageFile}"),
        Comment = "For GitHub Pages; without a history there is no page.",
    };

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
