using System.Text;

namespace Slipway.Workflows;

/// <summary>Environment variables and secrets are written <c>LIKE_THIS</c>, jobs and artifacts <c>like-this</c>.</summary>
public static class VariableName
{
    // Words with a capital inside, as NUKE knows them too.
    private static readonly string[] WholeWords =
        ["DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper", "AppVeyor", "TeamCity", "GitLab", "SignPath", "JetBrains"];

    /// <summary><c>AppleTeamId</c> is <c>APPLE_TEAM_ID</c>.</summary>
    public static string Of(string name) => string.Join('_', Words(name)).ToUpperInvariant();

    /// <summary><c>GoLive</c> is <c>go-live</c>.</summary>
    public static string Dashed(string name) => string.Join('-', Words(name)).ToLowerInvariant();

    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        for (var index = 0; index < name.Length;)
        {
            var whole = Array.Find(WholeWords, x => string.CompareOrdinal(name, index, x, 0, x.Length) == 0);
            if (!char.IsAsciiLetterOrDigit(name[index]) || whole != null || StartsWord(name, index))
            {
                if (word.Length > 0)
                    yield return word.ToString();
                word.Clear();
            }

            if (char.IsAsciiLetterOrDigit(name[index]))
                word.Append(whole ?? name[index..(index + 1)]);
            index += whole?.Length ?? 1;
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    // A capital after a small letter or a digit, or before a small letter: `CIServer` is `CI` and `Server`.
    private static bool StartsWord(string name, int index) =>
        char.IsUpper(name[index])
        && index > 0
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
