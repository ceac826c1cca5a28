using System.IO.Compression;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Nuke.Common.Git;

/// <summary>Finds the tags of a commit.</summary>
internal static class GitTags
{
    public static IReadOnlyCollection<string> At(GitFolder folder, string commit)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        var loose = ReadLoose(folder).ToDictionary(x => x.Name, x => x.Object, StringComparer.Ordinal);
        foreach (var (name, target) in loose)
        {
            var (type, peeled) = target == commit ? ("commit", commit) : Peel(folder, target);
            // The object of an annotated tag may be in a pack, which is git's own business to read.
            if (type == null)
                return AskGit(folder, commit);
            if (peeled == commit)
                tags.Add(name);
        }

        // A loose reference hides the packed one.
        tags.UnionWith(folder.PackedReferences()
            .Where(x => x.Name.StartsWith(GitFolder.Tags, StringComparison.Ordinal))
            .Select(x => (Name: x.Name[GitFolder.Tags.Length..], x.Object, x.Peeled))
            .Where(x => !loose.ContainsKey(x.Name) && (x.Peeled ?? x.Object) == commit)
            .Select(x => x.Name));
        return tags;
    }

    private static IEnumerable<(string Name, string Object)> ReadLoose(GitFolder folder)
    {
        var root = Path.Combine(folder.Common, "refs", "tags");
        if (!Directory.Exists(root))
            return [];
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(x => !x.EndsWith(".lock", StringComparison.Ordinal))
            .Select(x => (Path.GetRelativePath(root, x).Replace('\\', '/'), File.ReadAllText(x).Trim()));
    }

    private static (string? Type, string Object) Peel(GitFolder folder, string id)
    {
        while (true)
        {
            var file = Path.Combine(folder.Common, "objects", id[..2], id[2..]);
            if (!File.Exists(file))
                return (null, id);
            using var reader = new StreamReader(new ZLibStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
            // "tag 123\0object <id>", then "type commit" and what else there is to say.
            var first = reader.ReadLine()!.Split('\0');
            var type = first[0].Split(' ')[0];
            if (type != "tag")
                return (type, id);
            id = first[1]["object ".Length..];
            if (reader.ReadLine() == "type commit")
                return ("commit", id);
        }
    }

    private static IReadOnlyCollection<string> AskGit(GitFolder folder, string commit)
    {
        var result = Cli.Wrap("git")
            .WithArguments(["tag", "--points-at", commit])
            .WithWorkingDirectory(folder.WorkingCopy)
            .ExecuteBufferedAsync()
            .GetAwaiter()
            .GetResult();
        return [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }
}
