using System.Text;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>The words of a member's name.</summary>
internal static class NameText
{
    /// <summary><c>NuGetApiKey</c> is <c>NuGet Api Key</c>.</summary>
    public static string Spaced(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        var index = 0;
        foreach (var character in ParameterNames.Dashed(name))
        {
            while (index < name.Length && name[index] == '_')
                index++;
            var isBreak = character == '-' && (index == name.Length || name[index] != '-');
            if (!isBreak)
                result.Append(name[index++]);
            else if (result is not [.., ' '])
                result.Append(' ');
        }

        return result.ToString().Trim();
    }

    /// <summary><c>NuGetApiKey</c> is <c>NUGET_API_KEY</c>; a name without lower-case letters stays.</summary>
    public static string UpperSnake(string name)
        => name.Any(char.IsLower) ? Spaced(name).Replace(' ', '_').ToUpperInvariant() : name;
}
