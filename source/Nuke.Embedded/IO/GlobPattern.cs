namespace Nuke.Common.IO;

/// <summary>One pattern without braces, as the segments between its separators.</summary>
internal sealed record GlobPattern(string[] Segments)
{
    private const string Any = "**";

    /// <summary>The patterns that a pattern with braces stands for.</summary>
    public static IEnumerable<GlobPattern> Parse(string pattern)
    {
        if (PathConstruction.HasPathRoot(pattern))
            Assert.Fail($"Pattern '{pattern}' must not be rooted");
        return GlobBraces.Expand(pattern).Select(x =>
            new GlobPattern(x.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)));
    }

    public IEnumerable<AbsolutePath> Find(AbsolutePath directory, bool wantsFiles, bool ignoreCase) =>
        Find(directory, index: 0, wantsFiles, ignoreCase);

    private IEnumerable<AbsolutePath> Find(AbsolutePath directory, int index, bool wantsFiles, bool ignoreCase)
    {
        if (index == Segments.Length || !directory.DirectoryExists())
            return [];
        var segment = Segments[index];
        var isLast = index == Segments.Length - 1;

        if (segment is "." or "..")
        {
            var next = directory / segment;
            return isLast ? (wantsFiles ? [] : [next]) : Find(next, index + 1, wantsFiles, ignoreCase);
        }

        if (segment == Any)
            return FindBelow(directory, index, isLast, wantsFiles, ignoreCase);

        if (isLast && wantsFiles)
            return directory.GetFiles().Where(Matches);
        var directories = directory.GetDirectories().Where(Matches);
        return isLast ? directories : directories.SelectMany(x => Find(x, index + 1, wantsFiles, ignoreCase));

        bool Matches(AbsolutePath path) => GlobSegment.Matches(segment, path.Name, ignoreCase);
    }

    private IEnumerable<AbsolutePath> FindBelow(AbsolutePath directory, int index, bool isLast, bool wantsFiles, bool ignoreCase)
    {
        var directories = directory.GetDirectories().ToList();
        var here = !isLast ? Find(directory, index + 1, wantsFiles, ignoreCase)
            : wantsFiles ? directory.GetFiles()
            : directories;
        return here.Concat(directories
            .Where(x => !AbsolutePathExtensions.IsLink(x))
            .SelectMany(x => Find(x, index, wantsFiles, ignoreCase)));
    }
}
