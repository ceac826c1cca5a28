using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub;

/// <summary>Commits that nobody has on disk: any hash is one.</summary>
internal sealed class ToldCommits : IGitCommits
{
    public string? Resolve(GitHubState state, string revision) =>
        state.Branches.GetValueOrDefault(Short(revision, "heads"))
        ?? state.Tags.GetValueOrDefault(Short(revision, "tags"))
        ?? (revision.Length == 40 && revision.All(char.IsAsciiHexDigit) ? revision.ToLowerInvariant() : null);

    public GitTag? Tag(GitHubState state, string name) => state.Tags.GetValueOrDefault(name) is { } commit ? new GitTag(name, commit, "commit") : null;

    public string? CommitOfTagObject(string hash) => null;

    public IReadOnlyList<string> Tags(GitHubState state) => [.. state.Tags.Keys];

    public GitHubState AddTag(GitHubState state, string name, string commit) => state with { Tags = state.Tags.SetItem(name, commit) };

    public GitHubState RemoveTag(GitHubState state, string name) => state with { Tags = state.Tags.Remove(name) };

    public string Message(string commit) => "";

    public DateTimeOffset Made(GitHubState state, string commit) => state.CommitTimes.GetValueOrDefault(commit, DateTimeOffset.UnixEpoch);

    private static string Short(string revision, string kind)
    {
        var name = revision.StartsWith("refs/", StringComparison.Ordinal) ? revision["refs/".Length..] : revision;
        return name.StartsWith(kind + "/", StringComparison.Ordinal) ? name[(kind.Length + 1)..] : name;
    }
}
