using System.Text.RegularExpressions;

namespace Slipway.Rehearsal.Faults;

/// <summary>Paths with <c>*</c> for a part of a segment and <c>**</c> for any rest.</summary>
internal sealed class PathPattern(string pattern)
{
    private readonly Regex _regex = new(
        $"^{Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public bool Matches(string path) => _regex.IsMatch(path);
}
