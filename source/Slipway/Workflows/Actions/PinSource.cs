using System.Text.RegularExpressions;

namespace Slipway.Workflows;

/// <summary>The table of actions as C# text.</summary>
public static partial class PinSource
{
    /// <summary>The text with other versions of the actions that stand in it.</summary>
    /// <param name="path">Of the file, for messages.</param>
    /// <exception cref="SlipwayException">An action has no line in the table.</exception>
    public static string With(string source, IEnumerable<ActionPin> pins, string path)
    {
        foreach (var pin in pins)
        {
            var line = Line().Matches(source).FirstOrDefault(match => match.Groups["repository"].Value.Equals(pin.Repository, StringComparison.OrdinalIgnoreCase))
                ?? throw new SlipwayException(
                    ErrorKind.Configuration,
                    $"{path} has no line for {pin.Repository}, which a workflow uses.",
                    $"Add new(\"{pin.Repository}\", \"{pin.Tag}\", \"{pin.Commit}\") to its table, or take the action out of the workflow.");
            source = source.Remove(line.Index, line.Length)
                .Insert(line.Index, $"new(\"{line.Groups["repository"].Value}\", \"{pin.Tag}\", \"{pin.Commit}\")");
        }

        return source;
    }

    /// <summary>The pins that the text holds: newer than the compiled ones when it has just been edited.</summary>
    public static ActionPins Read(string source) => new(
        Line().Matches(source).Select(match => new ActionPin(match.Groups["repository"].Value, match.Groups["tag"].Value, match.Groups["commit"].Value)));

    [GeneratedRegex("""new\("(?<repository>[\w.-]+/[\w.-]+)",\s*"(?<tag>[^"]+)",\s*"(?<commit>[0-9a-f]{40})"\)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
