using Slipway.Processes;
using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local.Actions;

/// <summary>A real clone that borrows its objects, made anew on top of what an earlier run has left.</summary>
internal sealed class RepositoryClone(RepositoryFacts repository, WorkflowTrigger trigger, string folder)
{
    // What stands for GitHub's caches.
    private static readonly string[] Kept = ["target", "**/.nuke/temp"];

    private readonly Git _git = LocalGit.In(folder);

    private string GitFolder => Path.Combine(folder, ".git");

    private string Index => Path.Combine(GitFolder, "index");

    /// <param name="isHead">Whether the commit is the one that the event is about.</param>
    /// <param name="isFull">Whether all branches and their history are there, and not this commit alone.</param>
    public async Task FetchAsync(string commit, bool isHead, bool isFull, bool withTags, CancellationToken token)
    {
        Directory.CreateDirectory(folder);
        // The index alone survives: with it files that have not changed keep their times, and builds what they built.
        var index = File.Exists(Index) ? await File.ReadAllBytesAsync(Index, token) : null;
        WorkflowFolders.Remove(GitFolder);
        await _git.EnsureAsync(token, "init", "--quiet", "--template=", "--initial-branch=slipway-none");
        await _git.EnsureAsync(token, "remote", "add", "origin", repository.Root);
        await File.WriteAllTextAsync(Path.Combine(GitFolder, "objects", "info", "alternates"), repository.ObjectsFolder.Replace('\\', '/') + "\n", token);
        // Where the history ends is not said by a fetch that finds all objects there already.
        if (repository.IsShallow)
            File.Copy(Path.Combine(repository.ObjectsFolder, "..", "shallow"), Path.Combine(GitFolder, "shallow"));

        var branch = isHead && trigger.Ref == $"refs/heads/{trigger.RefName}" ? trigger.RefName : null;
        string[] depth = isFull ? [] : ["--depth=1"];
        await _git.EnsureAsync(token, ["fetch", "--quiet", "--no-tags", .. depth, Source, .. await RefsAsync(commit, branch, isFull, withTags, token)]);
        if (index != null)
            await File.WriteAllBytesAsync(Index, index, token);
        await _git.EnsureAsync(token, branch is null
            ? ["checkout", "--quiet", "--force", "--detach", commit]
            : ["checkout", "--quiet", "--force", "-B", branch, "--track", $"origin/{branch}"]);
    }

    /// <summary>Removes what a clone would not have, except ignored output that stands for caches.</summary>
    /// <param name="files">Files that are about to be added, and so belong there.</param>
    public async Task CleanAsync(IReadOnlyCollection<string> files, CancellationToken token)
    {
        // They are made known in an index of their own: the real one must stay as a clone's.
        var temporary = Path.Combine(GitFolder, "index.slipway");
        File.Copy(Index, temporary, overwrite: true);
        var git = _git.WithVariable("GIT_INDEX_FILE", temporary);
        var present = files.Where(file => File.Exists(Path.Combine(folder, file))).ToList();
        if (present.Count > 0)
        {
            var list = Path.Combine(GitFolder, "paths.slipway");
            await File.WriteAllTextAsync(list, string.Join('\0', present), token);
            await git.EnsureAsync(token, "add", "--force", "--intent-to-add", $"--pathspec-from-file={list}", "--pathspec-file-nul");
            File.Delete(list);
        }

        // What is not ignored goes first, so that the second call keeps ignored folders only.
        await git.EnsureAsync(token, "clean", "-ffdq");
        await git.EnsureAsync(token, ["clean", "-ffdxq", .. Kept.SelectMany(pattern => new[] { "-e", pattern })]);
        File.Delete(temporary);
    }

    // As an address, since Git cuts no history for a mere path.
    private string Source => new Uri(repository.Root).AbsoluteUri;

    private async Task<IEnumerable<string>> RefsAsync(string commit, string? branch, bool isFull, bool withTags, CancellationToken token)
    {
        var refs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (isFull)
        {
            foreach (var (name, from) in await repository.BranchesAsync(token))
                refs[$"refs/remotes/origin/{name}"] = from;
        }

        if (branch != null)
            refs[$"refs/remotes/origin/{branch}"] = commit;
        else if (trigger.RefType == "tag")
            refs[trigger.Ref] = trigger.Ref;
        string[] tags = withTags ? ["+refs/tags/*:refs/tags/*"] : [];
        return [commit, .. tags, .. refs.Where(item => !withTags || !item.Key.StartsWith("refs/tags/", StringComparison.Ordinal)).Select(item => $"+{item.Value}:{item.Key}")];
    }
}
