using Nuke.Common.Git;
using Nuke.Common.Tools.GitHub;

namespace Nuke.Common.ChangeLog;

/// <summary>Reads change logs, and closes their section of what is not released yet.</summary>
public static class ChangelogTasks
{
    public static ChangeLog ReadChangelog(string changelogFile) => ChangeLog.Read(changelogFile);

    /// <summary>All sections of the file, in its order.</summary>
    public static IReadOnlyList<ReleaseNotes> ReadReleaseNotes(string changelogFile) => ChangeLog.Read(changelogFile).Sections;

    /// <summary>The notes of a release; without a tag those of the first section that has any.</summary>
    public static IEnumerable<string> ExtractChangelogSectionNotes(string changelogFile, string? tag = null)
    {
        var sections = ChangeLog.Read(changelogFile).Sections;
        if (tag == null)
            return (sections.FirstOrDefault(x => x.Notes.Count > 0) ?? sections[0]).Notes;
        return sections.FirstOrDefault(x => x.Is(tag))?.Notes
            ?? throw new ArgumentException($"The change log '{changelogFile}' has no section '{tag}', but {string.Join(", ", sections.Select(x => x.Tag))}");
    }

    /// <summary>The notes of the first section in the form of the NuGet property.</summary>
    public static string GetNuGetReleaseNotes(string changelogFile, GitRepository? repository = null)
    {
        var notes = ExtractChangelogSectionNotes(changelogFile).Select(Plain);
        if (repository.IsGitHubRepository())
            notes = [.. notes, "", $"Full changelog at {repository!.GetGitHubBrowseUrl(changelogFile)}"];
        return string.Join('\n', notes);
    }

    /// <summary>Makes the section of what is not released yet that of a release, and opens a new one above it.</summary>
    public static void FinalizeChangelog(string changelogFile, string tag, GitRepository? repository = null)
        => FinalizeChangelog(ChangeLog.Read(changelogFile), tag, repository);

    public static void FinalizeChangelog(ChangeLog changelogFile, string tag, GitRepository? repository = null)
        => ChangelogFinalization.Write(changelogFile, tag, repository, TimeProvider.System);

    // MSBuild takes commas and semicolons for separators, and the package page shows no Markdown.
    private static string Plain(string note)
    {
        var text = note.TrimStart();
        var indent = note[..^text.Length];
        if (text.Length > 1 && text[0] is ('-' or '*' or '+') && text[1] == ' ')
            text = '•' + text[1..];
        return indent + text
            .Replace("`", "", StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal)
            .Replace(";", "%3B", StringComparison.Ordinal);
    }
}
