using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub;

/// <summary>The commits, branches and tags of the repository.</summary>
internal interface IGitCommits
{
    /// <summary>The commit that a branch, tag or commit names, or null.</summary>
    string? Resolve(GitHubState state, string revision);

    /// <summary>What a tag points at, or null when there is none.</summary>
    GitTag? Tag(GitHubState state, string name);

    /// <summary>The commit that the object of an annotated tag is about, or null when it is no such object.</summary>
    string? CommitOfTagObject(string hash);

    /// <summary>The names of the tags, sorted.</summary>
    IReadOnlyList<string> Tags(GitHubState state);

    GitHubState AddTag(GitHubState state, string name, string commit);

    GitHubState RemoveTag(GitHubState state, string name);

    /// <summary>The message of a commit.</summary>
    string Message(string commit);

    /// <summary>When a commit was made.</summary>
    DateTimeOffset Made(GitHubState state, string commit);
}

/// <param name="Type"><c>commit</c>, or <c>tag</c> for an annotated one.</param>
internal sealed record GitTag(string Name, string Hash, string Type);
