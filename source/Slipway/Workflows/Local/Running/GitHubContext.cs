using System.Globalization;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>What GitHub tells jobs, as the context <c>github</c> and as variables.</summary>
internal sealed record GitHubContext(
    WorkflowFile Workflow,
    RepositoryFacts Repository,
    WorkflowTrigger Trigger,
    ExpressionValue.Map Inputs,
    LocalGitHub? Local,
    long RunId)
{
    private string Id => RunId.ToString(CultureInfo.InvariantCulture);

    private string ApiUrl => Local?.ApiUrl ?? "https://api.github.com";

    private ExpressionValue.Map Event => EventPayload.Create(Trigger, Repository, Inputs);

    public string EventJson => ExpressionJson.Write(Event);

    /// <summary>What holds before there is a job.</summary>
    public ExpressionValue.Map Map => ExpressionValue.Of(Common())
        .With("event", Event)
        .With("token", ExpressionValue.Of(Local?.Token ?? ""))
        .With("ref_protected", ExpressionValue.Of(false));

    /// <summary>The same as variables, with what holds in one job.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables(LegPlan leg, string workspace, string eventFile) =>
    [
        .. Local is null ? [] : Local.Variables.AsEnumerable(),
        .. Local is not null && leg.Job.ProvesIdentity ? Local.IdentityVariables(leg.EnvironmentName) : [],
        KeyValuePair.Create("CI", "true"),
        KeyValuePair.Create("GITHUB_ACTIONS", "true"),
        KeyValuePair.Create("GITHUB_EVENT_PATH", eventFile),
        KeyValuePair.Create("GITHUB_JOB", leg.Job.Id),
        KeyValuePair.Create("GITHUB_REF_PROTECTED", "false"),
        KeyValuePair.Create("GITHUB_WORKSPACE", workspace),
        .. Common().Select(fact => KeyValuePair.Create($"GITHUB_{fact.Key.ToUpperInvariant()}", fact.Value)),
    ];

    private IEnumerable<KeyValuePair<string, string>> Common() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["actor"] = Repository.Owner,
        ["api_url"] = ApiUrl,
        ["base_ref"] = Trigger.BaseRef,
        ["event_name"] = Trigger.Event,
        ["graphql_url"] = $"{ApiUrl}/graphql",
        ["head_ref"] = Trigger.HeadRef,
        ["ref"] = Trigger.Ref,
        ["ref_name"] = Trigger.RefName,
        ["ref_type"] = Trigger.RefType,
        ["repository"] = Repository.Slug,
        ["repository_owner"] = Repository.Owner,
        ["retention_days"] = "90",
        ["run_attempt"] = "1",
        ["run_id"] = Id,
        ["run_number"] = "1",
        ["server_url"] = Local?.ServerUrl ?? "https://github.com",
        ["sha"] = Repository.Commit,
        ["triggering_actor"] = Repository.Owner,
        ["workflow"] = Workflow.Name,
        ["workflow_ref"] = $"{Repository.Slug}/.github/workflows/{Path.GetFileName(Workflow.Path)}@{Trigger.Ref}",
        ["workflow_sha"] = Repository.Commit,
    };
}
