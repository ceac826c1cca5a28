using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Coverage;

/// <summary>
/// A pattern of paths with slashes: <c>*</c> and <c>?</c> stay within a folder, <c>**</c> does not. It may begin at any
/// folder, so that <c>src/safety/**</c> is that module in every package.
/// </summary>
public sealed class PathGlob
{
    private readonly Regex _regex;

    public PathGlob(string pattern)
    {
        Pattern = pattern;
        var regex = new StringBuilder("^(.*/)?");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*')
            {
                i++;
                // "a/**/b" is "a/b" as well.
                var isFolder = i + 1 < pattern.Length && pattern[i + 1] == '/';
                regex.Append(isFolder ? "(.*/)?" : ".*");
                i += isFolder ? 1 : 0;
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", var other => Regex.Escape(other.ToString()) });
            }
        }

        _regex = new Regex(regex.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    public string Pattern { get; }

    public bool Matches(string path) => _regex.IsMatch(path);

    public override string ToString() => Pattern;
}
