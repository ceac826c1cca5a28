using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace Nuke.Common.IO;

/// <summary>Compares one name with the part of a pattern between two separators.</summary>
internal static partial class GlobSegment
{
    public static bool Matches(string segment, string name, bool ignoreCase) =>
        segment.Contains('[', StringComparison.Ordinal)
            ? Regex.IsMatch(name, ToRegex(segment), ignoreCase ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.None)
            : FileSystemName.MatchesSimpleExpression(segment, name, ignoreCase);

    private static string ToRegex(string segment) =>
        $@"\A{Tokens().Replace(segment, x => x.Value switch
        {
            "*" => ".*",
            "?" => ".",
            ['[', '!', .. var set, ']'] => $"[^{EscapeSet(set)}]",
            ['[', .. var set, ']'] => $"[{EscapeSet(set)}]",
            var text => Regex.Escape(text),
        })}\z";

    private static string EscapeSet(string set) =>
        set.Replace("[", @"\[", StringComparison.Ordinal).Replace("^", @"\^", StringComparison.Ordinal);

    [GeneratedRegex(@"\*|\?|\[!?[^\]]+\]|[^*?\[]+|\[")]
    private static partial Regex Tokens();
}
