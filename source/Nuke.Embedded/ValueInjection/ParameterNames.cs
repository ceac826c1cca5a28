using System.Text;

namespace Nuke.Common.ValueInjection;

/// <summary>The spellings of a parameter's name.</summary>
internal static class ParameterNames
{
    // Words that stay whole although they have a capital inside.
    private static readonly string[] WholeWords =
        ["DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper", "AppVeyor", "TeamCity", "GitLab", "SignPath", "JetBrains"];

    /// <summary><c>NuGetApiKey</c> is <c>nuget-api-key</c>.</summary>
    public static string Dashed(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        var index = 0;
        while (index < name.Length)
        {
            if (!char.IsAsciiLetterOrDigit(name[index]))
            {
                index++;
                continue;
            }

            var word = WholeWords.FirstOrDefault(x => string.CompareOrdinal(name, index, x, 0, x.Length) == 0);
            var length = word?.Length ?? WordLength(name, index);
            if (result.Length > 0)
                result.Append('-');
            result.Append(name[index..(index + length)].ToLowerInvariant());
            index += length;
        }

        return result.ToString();
    }

    /// <summary>What spellings have in common: lower-case letters and digits.</summary>
    public static string Normalize(string name)
        => string.Create(name.Count(char.IsAsciiLetterOrDigit), name, static (span, source) =>
        {
            var index = 0;
            foreach (var character in source)
            {
                if (char.IsAsciiLetterOrDigit(character))
                    span[index++] = char.ToLowerInvariant(character);
            }
        });

    public static bool Same(string left, string right) => Normalize(left) == Normalize(right);

    // A word is `Name`, or an abbreviation such as `CI` up to the next word: `CIServer` is `CI` and `Server`.
    private static int WordLength(string name, int start)
    {
        var end = start + 1;
        while (end < name.Length && char.IsUpper(name[start]) && char.IsUpper(name[end])
               && (end + 1 == name.Length || !char.IsLower(name[end + 1])))
            end++;
        if (end > start + 1)
            return end - start;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]) && !char.IsUpper(name[end]))
            end++;
        return end - start;
    }
}
