using Slipway.Processes;

namespace Slipway.Base;

/// <summary>
/// The files of a base that a measurement depends on: those of the workspace's folder, and what the tools look for above it.
/// Commits that leave them as they are share what is measured.
/// </summary>
/// <param name="Place">The folder of the workspace below the repository's, with a slash at its end.</param>
/// <param name="Id">Stands for their content.</param>
internal sealed record BaseSource(string Place, string Id)
{
    // What cargo, rustup, clippy and git itself read of the folders above.
    private static readonly string[] ReadAbove =
        [".cargo", ".clippy.toml", ".gitattributes", "Cargo.lock", "Cargo.toml", "clippy.toml", "rust-toolchain", "rust-toolchain.toml"];

    public static async Task<BaseSource> OfAsync(BaseCommit commit, string workspace, CancellationToken cancellationToken)
    {
        if (Git.Find(workspace) is not { } git)
            return new BaseSource("", commit.Id);
        var place = await git.TryReadAsync(cancellationToken, "rev-parse", "--show-prefix") ?? "";
        var tree = await git.TryReadAsync(cancellationToken, "rev-parse", "--verify", "--quiet", $"{commit.Id}:./");
        if (tree is null || place.Length > 0 && await MayReadOutsideAsync(git, commit, cancellationToken))
            return new BaseSource(place, commit.Id);
        return new BaseSource(place, string.Join('\0', [tree, .. await AboveAsync(git, commit, place, cancellationToken)]));
    }

    private static async Task<IReadOnlyList<string>> AboveAsync(Git git, BaseCommit commit, string place, CancellationToken cancellationToken)
    {
        var folders = place.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var paths = Enumerable.Range(0, folders.Length)
            .Select(count => string.Concat(folders.Take(count).Select(folder => folder + "/")))
            .SelectMany(_ => ReadAbove, (folder, name) => folder + name)
            .ToList();
        // Without a path, git lists all.
        return paths.Count == 0 ? [] : await git.ListAsync(cancellationToken, ["ls-tree", "-z", "--full-tree", commit.Id, "--", .. paths]);
    }

    private static async Task<bool> MayReadOutsideAsync(Git git, BaseCommit commit, CancellationToken cancellationToken)
    {
        const string Link = "120000 ";
        if ((await git.ListAsync(cancellationToken, "ls-tree", "-r", "-z", commit.Id)).Any(entry => entry.StartsWith(Link, StringComparison.Ordinal)))
            return true;
        string[] arguments =
        [
            "grep", "--no-color", "-z", "-I", "-E", "-e", OutsidePaths.Pattern, commit.Id, "--", ".", ":(exclude)*.md",
        ];
        var found = await git.RunAsync(cancellationToken, arguments);
        // Without a match it is 1.
        return found.Result.ExitCode is not (0 or 1)
            || OutsidePaths.AreIn(found.Output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line[(commit.Id.Length + 1)..].Split('\0', 2))
                .Select(parts => (parts[0], parts[^1])));
    }
}
