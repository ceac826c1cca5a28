using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>What all jobs of one run share.</summary>
internal sealed record RunSession(
    WorkflowFile Workflow,
    WorkflowRunOptions Options,
    RepositoryFacts Repository,
    WorkflowTrigger Trigger,
    WorkflowFolders Folders,
    ArtifactStore Artifacts,
    RunLog Log,
    ImmutableArray<string> MissingSecrets,
    ImmutableArray<string> Notes,
    ExpressionScope Scope,
    GitHubContext GitHub)
{
    public static async Task<RunSession> StartAsync(WorkflowFile workflow, WorkflowRunOptions options, CancellationToken token)
    {
        var repository = await RepositoryFacts.LoadAsync(options.RepositoryFolder, token);
        if (options.GitHub is { } local)
            repository = repository with { Slug = local.Repository };
        var notes = new List<string>();
        var trigger = WorkflowTrigger.Choose(workflow, options, repository, notes);
        var inputs = trigger.IsDispatch
            ? ExpressionValue.Of(workflow.Inputs.Select(input => KeyValuePair.Create(input.Name, input.Read(options.Inputs.GetValueOrDefault(input.Name)))))
            : ExpressionValue.Map.Empty;
        var mask = new SecretMask();
        foreach (var secret in workflow.Secrets.Select(name => Secret(options, name)).Concat(DeskEnvironment.ProxyPasswords(options.Desk)).Concat(options.GitHub?.Hidden ?? []))
            mask.Add(secret);

        var folders = new WorkflowFolders(Path.Combine(Path.GetFullPath(options.WorkingFolder), workflow.Id));
        var github = new GitHubContext(workflow, repository, trigger, inputs, options.GitHub, options.Time.GetUtcNow().ToUnixTimeSeconds());
        var missing = workflow.Variables.Where(name => Desk(options, name).Length == 0).ToList();
        if (missing.Count > 0)
            notes.Add($"The variables {string.Join(", ", missing)} are not set on this machine, and were empty.");
        return new RunSession(
            workflow,
            options,
            repository,
            trigger,
            folders,
            new ArtifactStore(folders.Artifacts),
            new RunLog(options.Sink, mask, new Lock()),
            [.. workflow.Secrets.Where(name => !IsToken(name) && Secret(options, name).Length == 0)],
            [.. notes],
            ExpressionScope.Empty
                .With("inputs", inputs)
                .With("vars", ExpressionValue.Of(workflow.Variables.Select(name => KeyValuePair.Create(name, Desk(options, name)))))
                .With("secrets", ExpressionValue.Of(workflow.Secrets.Select(name => KeyValuePair.Create(name, Secret(options, name))))),
            github);
    }

    // GitHub writes their names in capitals, and reads them in any way. The token of a job is GitHub's to give: with one of
    // the desk's, a trial would write to the real repository.
    private static string Secret(WorkflowRunOptions options, string name) => IsToken(name) ? options.GitHub?.Token ?? ""
        : options.GitHub is { } local ? local.Secrets.GetValueOrDefault(name, "")
        : Desk(options, name);

    private static string Desk(WorkflowRunOptions options, string name) => IsToken(name)
        ? ""
        : options.Desk.GetValueOrDefault(name) ?? options.Desk.GetValueOrDefault(name.ToUpperInvariant(), "");

    private static bool IsToken(string name) => name.Equals("GITHUB_TOKEN", StringComparison.OrdinalIgnoreCase);
}
