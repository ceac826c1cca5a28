using System.Text.RegularExpressions;
using Semver;

namespace Slipway.Releasing;

/// <summary>A change log in Markdown, as people keep them: the section of a version is what stands below its heading.</summary>
public static partial class Changelog
{
    /// <summary>The notes of a version.</summary>
    /// <param name="path">For errors.</param>
    /// <param name="crate">The crate that is released, when headings may name it.</param>
    /// <exception cref="SlipwayException">There is no section for the version, or it is empty.</exception>
    public static string NotesFor(SemVersion version, string text, string path, string? crate = null)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var headings = Headings(lines).ToList();
        var index = headings.FindIndex(heading => IsOf(heading.Title, version, crate));
        if (index < 0)
            throw Missing(version, headings, path);
        var start = headings[index];
        var end = headings.Skip(index + 1).FirstOrDefault(heading => heading.Level <= start.Level)?.Line ?? lines.Length;
        var body = lines[start.TextLine..end].Where(line => !IsLinkOfVersion(line)).ToList();
        if (!body.Exists(line => line.Trim().Length > 0 && !AnyHeading().IsMatch(line)))
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"The change log says nothing about {version}.",
                "Say below the heading what changed for those who use it.",
                new SourceLocation(path, start.Line + 1));
        }

        return string.Join('\n', body).Trim('\n') + "\n";
    }

    private static IEnumerable<Heading> Headings(string[] lines)
    {
        var fence = "";
        for (var line = 0; line < lines.Length; line++)
        {
            if (Fence().Match(lines[line]) is { Success: true } mark)
            {
                var sign = mark.Groups[1].Value[..3];
                fence = fence.Length == 0 ? sign : fence == sign ? "" : fence;
            }
            else if (fence.Length == 0 && AnyHeading().Match(lines[line]) is { Success: true } heading)
            {
                yield return new Heading(line, line + 1, heading.Groups["marks"].Length, heading.Groups["title"].Value.Trim());
            }
            else if (fence.Length == 0 && line + 1 < lines.Length && lines[line].Trim().Length > 0 && Underline().Match(lines[line + 1]) is { Success: true } underline)
            {
                yield return new Heading(line, line + 2, underline.Value[0] == '=' ? 1 : 2, lines[line].Trim());
            }
        }
    }

    // "[1.2.3] - 2026-11-20", "v1.2.3 (2026-11-20)", "[1.2.3](https://…)", "Version 1.2.3", "caro 1.2.3", "caro-v1.2.3".
    private static bool IsOf(string title, SemVersion version, string? crate)
    {
        var match = Title().Match(title);
        if (!match.Success || !SemVersion.TryParse(match.Groups["version"].Value, SemVersionStyles.Strict, out var found))
            return false;
        var name = match.Groups["name"].Value;
        return found == version && (name.Length == 0 || name.Equals("version", StringComparison.OrdinalIgnoreCase) || name.Equals("release", StringComparison.OrdinalIgnoreCase) || name == crate);
    }

    // The addresses at the end of the file belong to all sections and to none.
    private static bool IsLinkOfVersion(string line) => Link().IsMatch(line);

    private static SlipwayException Missing(SemVersion version, List<Heading> headings, string path)
    {
        var unreleased = headings.Find(heading => heading.Title.Contains("unreleased", StringComparison.OrdinalIgnoreCase));
        return new SlipwayException(
            ErrorKind.Configuration,
            $"The change log has no section for {version}.",
            unreleased is null
                ? $"Add one: ## [{version}] - DATE"
                : $"Rename the section '{unreleased.Title}' in line {(unreleased.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} to [{version}] - DATE, or add one.",
            new SourceLocation(path, unreleased?.Line + 1));
    }

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})(?<title>[ \t].*?)?[ \t]*#*[ \t]*$")]
    private static partial Regex AnyHeading();

    [GeneratedRegex(@"^ {0,3}(=+|-+)[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}(```+|~~~+)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\[?((?<name>[A-Za-z_][\w-]*?)[ \-/])?\[?v?(?<version>\d+\.\d+\.\d+[0-9A-Za-z.+-]*)\]?(?=[\s(:,]|$)")]
    private static partial Regex Title();

    [GeneratedRegex(@"^ {0,3}\[(unreleased|v?\d+\.\d+\.\d+[^\]]*)\]:[ \t]*\S+[ \t]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    /// <param name="Line">Counted from 0.</param>
    /// <param name="TextLine">The line after it.</param>
    private sealed record Heading(int Line, int TextLine, int Level, string Title);
}
