using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>The files that git keeps of a working copy; a worktree shares most of them with others.</summary>
internal sealed class GitFolder
{
    public const string Branches = "refs/heads/";
    public const string Tags = "refs/tags/";
    private const string Symbolic = "ref: ";

    // HEAD names a branch; further steps are rare, and endless ones a mistake.
    private const int MaximumSteps = 5;

    private GitFolder(AbsolutePath workingCopy, string own)
    {
        WorkingCopy = workingCopy;
        Own = own;
        var shared = Path.Combine(own, "commondir");
        Common = File.Exists(shared) ? Path.GetFullPath(File.ReadAllText(shared).Trim(), own) : own;
    }

    public AbsolutePath WorkingCopy { get; }

    /// <summary>What belongs to this working copy only.</summary>
    public string Own { get; }

    /// <summary>What all working copies share.</summary>
    public string Common { get; }

    public static GitFolder? Find(AbsolutePath directory)
    {
        for (var current = directory; current != null; current = current.Parent)
        {
            string path = current / ".git";
            if (Directory.Exists(path))
                return new GitFolder(current, path);
            // Worktrees and submodules have a file that says where the folder is.
            if (File.Exists(path) && File.ReadAllText(path).Trim() is var text && text.StartsWith("gitdir:", StringComparison.Ordinal))
                return new GitFolder(current, Path.GetFullPath(text["gitdir:".Length..].Trim(), current));
        }

        return null;
    }

    /// <summary>The reference that is checked out, or the commit.</summary>
    public string ReadHead()
    {
        var head = File.ReadAllText(Path.Combine(Own, "HEAD")).Trim();
        if (head == Symbolic + "refs/heads/.invalid")
            throw new NotSupportedException($"The repository '{WorkingCopy}' keeps its references in a reftable, which cannot be read. Use 'git refs migrate --ref-format=files'.");
        return head.StartsWith(Symbolic, StringComparison.Ordinal) ? head[Symbolic.Length..].Trim() : head;
    }

    /// <summary>The object that a reference leads to; <c>null</c> when it has none yet.</summary>
    public string? Resolve(string reference)
    {
        for (var step = 0; step < MaximumSteps && reference.StartsWith("refs/", StringComparison.Ordinal); step++)
        {
            var file = new[] { Own, Common }.Select(x => Path.Combine(x, reference)).FirstOrDefault(File.Exists);
            if (file == null)
                return PackedReferences().Where(x => x.Name == reference).Select(x => x.Object).FirstOrDefault();
            var text = File.ReadAllText(file).Trim();
            reference = text.StartsWith(Symbolic, StringComparison.Ordinal) ? text[Symbolic.Length..].Trim() : text;
        }

        return reference.StartsWith("refs/", StringComparison.Ordinal) ? null : reference;
    }

    public GitConfig ReadConfig() => GitConfig.Read(Path.Combine(Common, "config"));

    /// <summary>The references in one file; of an annotated tag also the object it was made for.</summary>
    public IEnumerable<(string Name, string Object, string? Peeled)> PackedReferences()
    {
        var file = Path.Combine(Common, "packed-refs");
        if (!File.Exists(file))
            yield break;

        (string Name, string Object)? current = null;
        foreach (var line in File.ReadLines(file).Where(x => x.Length > 0 && x[0] != '#'))
        {
            // "^<id>" belongs to the line before.
            if (current is { } complete)
                yield return (complete.Name, complete.Object, line[0] == '^' ? line[1..].Trim() : null);
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            current = line[0] == '^' ? null : (line[(space + 1)..].Trim(), line[..space]);
        }

        if (current is { } last)
            yield return (last.Name, last.Object, null);
    }
}
