using System.Text.Json.Nodes;
using Slipway.Rehearsal.GitHub.State;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub;

/// <summary>What GitHub does with releases: a state and a request give the next state, or a refusal.</summary>
internal sealed class ReleaseRules(IGitCommits commits, string defaultBranch, bool immutable, TimeProvider time)
{
    private const int BodyLimit = 125_000;

    public (GitHubState State, Release Release) Create(GitHubState state, long id, JsonObject input)
    {
        if (string.IsNullOrEmpty(input.Text("tag_name")))
            throw GitHubRefusedException.Invalid("Release", "missing_field", "tag_name");
        var release = new Release(id, input.Text("tag_name")!, defaultBranch, null, null, Draft: true, Prerelease: false, Immutable: false, time.GetUtcNow(), null, []);
        return Apply(state, release, Changed(release, input), input, publishes: input.Flag("draft") != true);
    }

    public (GitHubState State, Release Release) Update(GitHubState state, long id, JsonObject input)
    {
        var release = state.Release(id);
        var changed = Changed(release, input);
        if (release.Immutable && (changed != release with { Name = changed.Name, Body = changed.Body } || input.Flag("draft") == true))
            throw GitHubRefusedException.Refused("Cannot update immutable release: only its title and notes can be changed.");
        if (!release.Draft && input.Flag("draft") == true)
            changed = changed with { Draft = true, PublishedAt = null };
        if (!release.Draft && changed.Tag != release.Tag)
            EnsureFree(state, changed);
        return Apply(state, release, changed, input, publishes: release.Draft && input.Flag("draft") == false);
    }

    public static GitHubState Delete(GitHubState state, long id)
    {
        state.Release(id);
        return state with { Releases = state.Releases.Remove(id), Latest = state.Latest == id ? null : state.Latest };
    }

    private static Release Changed(Release release, JsonObject input)
    {
        var changed = release with
        {
            Tag = input.Text("tag_name") ?? release.Tag,
            Target = input.Text("target_commitish") is { Length: > 0 } target ? target : release.Target,
            Name = input.Text("name") ?? release.Name,
            Body = input.Text("body") ?? release.Body,
            Prerelease = input.Flag("prerelease") ?? release.Prerelease,
        };
        return changed.Body?.Length > BodyLimit
            ? throw GitHubRefusedException.Invalid("Release", "custom", "body", $"body is too long (maximum is {BodyLimit} characters)")
            : changed;
    }

    private (GitHubState State, Release Release) Apply(GitHubState state, Release old, Release changed, JsonObject input, bool publishes)
    {
        if (publishes)
            (state, changed) = Publish(state, changed);
        state = state.With(changed);
        // Older programs send a truth value.
        var latest = input.Text("make_latest") ?? (input.Flag("make_latest") is { } flag ? (flag ? "true" : "false") : null);
        if (latest is not (null or "true" or "false" or "legacy"))
            throw GitHubRefusedException.Invalid("Release", "invalid", "make_latest");
        if (changed.Draft)
            return (state with { Latest = state.Latest == old.Id ? null : state.Latest }, changed);
        if (changed.Prerelease && latest == "true")
            throw new GitHubRefusedException(422, "Validation Failed", "Latest release cannot be draft or prerelease");
        if (latest == "true" || (publishes && latest != "false" && !changed.Prerelease))
            state = state with { Latest = changed.Id };
        else if (state.Latest == changed.Id && (latest == "false" || changed.Prerelease))
            state = state with { Latest = null };
        return (state, changed);
    }

    private (GitHubState State, Release Release) Publish(GitHubState state, Release release)
    {
        EnsureFree(state, release);
        if (commits.Tag(state, release.Tag) is null)
        {
            var commit = commits.Resolve(state, release.Target) ?? throw GitHubRefusedException.Invalid("Release", "invalid", "target_commitish");
            state = commits.AddTag(state, release.Tag, commit);
        }

        var published = release with { Draft = false, Immutable = immutable, PublishedAt = time.GetUtcNow() };
        return (immutable ? state with { BurnedTags = state.BurnedTags.Add(release.Tag, commits.Tag(state, release.Tag)!.Hash) } : state, published);
    }

    private static void EnsureFree(GitHubState state, Release release)
    {
        if (state.Releases.Values.Any(other => other.Id != release.Id && !other.Draft && other.Tag == release.Tag))
            throw GitHubRefusedException.Invalid("Release", "already_exists", "tag_name");
        if (state.BurnedTags.ContainsKey(release.Tag))
            throw GitHubRefusedException.Invalid("Release", "custom", "tag_name", "tag_name was used by an immutable release");
    }
}
