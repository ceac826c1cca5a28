namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>An event with conditions that starts a workflow.</summary>
public abstract class GitHubActionsDetailedTrigger : ConfigurationEntity;
