using System.Text.RegularExpressions;

namespace Slipway.Workflows;

/// <summary>Reads the versions of actions back from the text of a workflow, where bots change them.</summary>
public static partial class PinReader
{
    /// <summary>The pinned actions of a file, each once.</summary>
    public static IReadOnlyList<ActionPin> Read(string yaml) =>
    [
        .. Uses().Matches(yaml)
            .Select(match => new ActionPin(match.Groups["repository"].Value, match.Groups["tag"].Value, match.Groups["commit"].Value))
            .Distinct(),
    ];

    /// <summary>The pins of several files as one, which is only possible when they agree.</summary>
    /// <param name="files">Their paths and texts.</param>
    /// <exception cref="SlipwayException">One action stands at two versions.</exception>
    public static IReadOnlyList<ActionPin> Merge(IEnumerable<(string Path, string Yaml)> files)
    {
        var actions = files.SelectMany(file => Read(file.Yaml).Select(pin => (file.Path, Pin: pin)))
            .GroupBy(use => use.Pin.Repository, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.DistinctBy(use => use.Pin).ToList())
            .ToList();
        if (actions.Find(uses => uses.Count > 1) is { } different)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"{different[0].Pin.Repository} stands at {different.Count} versions: "
                + $"{string.Join(", ", different.Select(use => $"{use.Path} has {use.Pin.Tag} ({use.Pin.Commit[..7]})"))}.",
                "Decide for one of them, in all files.");
        }

        return actions.ConvertAll(uses => uses[0].Pin);
    }

    /// <summary>Whether two texts are the same but for the versions of actions.</summary>
    public static bool DiffersOnlyInPins(string left, string right) =>
        left != right && WithoutPins(left) == WithoutPins(right);

    private static string WithoutPins(string yaml) => Uses().Replace(yaml, "uses: ${repository}${path}");

    [GeneratedRegex("""uses:[ ]+(?<repository>[\w.-]+/[\w.-]+)(?<path>(?:/[\w.-]+)*)@(?<commit>[0-9a-f]{40})[ ]+\#[ ]*(?<tag>\S+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Uses();
}
