using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Whether checkout fetches submodules.</summary>
public enum GitHubActionsSubmodules
{
    [EnumValue("false")] False,
    [EnumValue("true")] True,
    [EnumValue("recursive")] Recursive,
}
