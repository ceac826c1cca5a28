using System.Text.RegularExpressions;

namespace Nuke.Common.ChangeLog;

/// <summary>A change log in the form of keepachangelog.com.</summary>
public partial class ChangeLog
{
    private ChangeLog(string path, IReadOnlyList<string> lines)
    {
        Path = path;
        Lines = lines;
        Sections = [.. ReadSections(lines)];
    }

    public string Path { get; }

    /// <summary>What is not released yet; <c>null</c> when there is no such section.</summary>
    public ReleaseNotes Unreleased => Sections.FirstOrDefault(x => x.Unreleased)!;

    /// <summary>The releases, in the order of the file.</summary>
    public IReadOnlyList<ReleaseNotes> ReleaseNotes => [.. Sections.Where(x => !x.Unreleased)];

    internal IReadOnlyList<string> Lines { get; }

    internal IReadOnlyList<ReleaseNotes> Sections { get; }

    internal static ChangeLog Read(string path)
    {
        Assert.FileExists(path, $"The change log '{path}' does not exist");
        var changeLog = new ChangeLog(path, File.ReadAllLines(path));
        Assert.NotEmpty(changeLog.Sections, $"The change log '{path}' has no section: expected a line like '## [Unreleased]' or '## [1.0.0] - 2026-01-31'");
        return changeLog;
    }

    private static IEnumerable<ReleaseNotes> ReadSections(IReadOnlyList<string> lines)
    {
        var headings = new List<int>();
        var end = lines.Count;
        var isCode = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (!isCode && IsHeading(lines[i]))
                headings.Add(i);
        }

        // The addresses behind the headings stand at the end and belong to no section.
        while (end > 0 && (string.IsNullOrWhiteSpace(lines[end - 1]) || Reference().IsMatch(lines[end - 1])))
            end--;
        foreach (var (start, next) in headings.Zip(headings.Skip(1).Append(int.MaxValue)))
        {
            var last = Math.Max(start, Math.Min(next, end) - 1);
            var caption = lines[start].TrimStart('#').Trim();
            yield return new ReleaseNotes(caption, TagOf(caption), Trim(lines, start + 1, last), start, last);
        }
    }

    private static bool IsHeading(string line) => line.StartsWith("## ", StringComparison.Ordinal);

    private static string TagOf(string caption)
        => Tag().Match(caption) is { Success: true } match ? match.Groups["tag"].Value : caption;

    private static List<string> Trim(IReadOnlyList<string> lines, int start, int last)
    {
        while (start <= last && string.IsNullOrWhiteSpace(lines[start]))
            start++;
        while (last >= start && string.IsNullOrWhiteSpace(lines[last]))
            last--;
        return [.. lines.Skip(start).Take(last - start + 1).Select(x => x.TrimEnd())];
    }

    // "[1.0.0] - 2026-01-31", "1.0.0 / 2026-01-31", "v1.0.0 (2026-01-31)"
    [GeneratedRegex(@"^\[?(?<tag>[^\]\s]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\[[^\]]+\]:\s")]
    internal static partial Regex Reference();
}
