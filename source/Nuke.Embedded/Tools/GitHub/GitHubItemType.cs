namespace Nuke.Common.Tools.GitHub;

/// <summary>What a path on GitHub is; by default the local file system tells.</summary>
public enum GitHubItemType
{
    Automatic,
    File,
    Directory,
}
