using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Events that start a workflow without further conditions.</summary>
public enum GitHubActionsTrigger
{
    [EnumValue("push")] Push,
    [EnumValue("pull_request")] PullRequest,
    [EnumValue("workflow_dispatch")] WorkflowDispatch,
}
