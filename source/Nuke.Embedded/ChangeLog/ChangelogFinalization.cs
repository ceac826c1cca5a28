using System.Globalization;
using System.Text.RegularExpressions;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Tools.GitHub;

namespace Nuke.Common.ChangeLog;

/// <summary>Turns what is not released yet into a release.</summary>
internal static partial class ChangelogFinalization
{
    public static void Write(ChangeLog changeLog, string tag, GitRepository? repository, TimeProvider clock)
    {
        var unreleased = changeLog.Unreleased
            ?? throw new ArgumentException($"The change log '{changeLog.Path}' has no section '## [Unreleased]' to make release {tag} of");
        Assert.NotEmpty(unreleased.Notes, $"The section '{unreleased.Caption}' of the change log '{changeLog.Path}' is empty: there is nothing to release");
        Assert.True(changeLog.ReleaseNotes.All(x => !x.Is(tag)), $"The change log '{changeLog.Path}' has a section '{tag}' already");

        var lines = changeLog.Lines.ToList();
        var date = clock.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        lines.InsertRange(unreleased.StartIndex + 1, ["", $"## [{tag}] {Separator(changeLog)} {date}"]);
        if (repository.IsGitHubRepository())
            UpdateReferences(lines, changeLog, unreleased.Tag, tag, repository!);

        var text = string.Join('\n', lines) + "\n";
        WholeFile.Write(Path.GetFullPath(changeLog.Path), FileMode.Create, x => x.Write(AbsolutePathExtensions.DefaultEncoding.GetBytes(text)));
    }

    // As in the sections that are there.
    private static char Separator(ChangeLog changeLog)
        => changeLog.ReleaseNotes.Any(x => x.Caption.Contains(" / ", StringComparison.Ordinal)) ? '/' : '-';

    private static void UpdateReferences(List<string> lines, ChangeLog changeLog, string unreleased, string tag, GitRepository repository)
    {
        var previous = changeLog.ReleaseNotes.Select(x => x.Tag).FirstOrDefault();
        // The log says 1.2.0 where git may say v1.2.0.
        var prefix = lines.Exists(x => ChangeLog.Reference().IsMatch(x) && PrefixedTag().IsMatch(x)) ? "v" : "";
        lines.RemoveAll(x => x.StartsWith($"[{unreleased}]:", StringComparison.OrdinalIgnoreCase));
        var first = lines.FindIndex(ChangeLog.Reference().IsMatch);
        if (first < 0)
        {
            lines.Add("");
            first = lines.Count;
        }

        lines.InsertRange(
            first,
            [
                $"[{unreleased}]: {repository.GetGitHubCompareTagToHeadUrl(prefix + tag)}",
                previous == null
                    ? $"[{tag}]: {repository.GetGitHubBrowseUrl(branch: prefix + tag)}"
                    : $"[{tag}]: {repository.GetGitHubCompareTagsUrl(prefix + previous, prefix + tag)}",
            ]);
    }

    [GeneratedRegex(@"/v\d")]
    private static partial Regex PrefixedTag();
}
