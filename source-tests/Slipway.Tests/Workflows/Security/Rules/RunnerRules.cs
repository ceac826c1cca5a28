using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>Jobs run on images of GitHub that are in service and are named.</summary>
internal static partial class RunnerRules
{
    // In service in November 2026, and not announced to end within half a year.
    private static readonly HashSet<string> s_images =
    [
        "macos-15", "macos-15-intel", "macos-26", "macos-26-intel", "ubuntu-24.04", "ubuntu-24.04-arm", "ubuntu-26.04", "ubuntu-26.04-arm",
        "windows-11-arm", "windows-2025",
    ];

    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("self-hosted-runner", file => file.Jobs.SelectMany(Labels).Where(label => label.Name == "self-hosted" || label.IsGroup)
            .Select(label => new Place(label.Line, "A runner of our own keeps what a job leaves behind for the next one."))),
        new("floating-runner", file => file.Jobs.SelectMany(Labels).Where(label => IsFloating(label.Name))
            .Select(label => new Place(label.Line, $"{label.Name} is another image some day; name the one that is meant."))),
        new("unknown-runner", file => file.Jobs.SelectMany(Labels)
            .Where(label => !label.IsGroup && label.Name != "self-hosted" && !IsFloating(label.Name) && !s_images.Contains(label.Name))
            .Select(label => new Place(label.Line, $"{label.Name} is no image that is in service: {string.Join(", ", s_images.Order(StringComparer.Ordinal))} are."))),
    ];

    private static bool IsFloating(string label) => label.EndsWith("-latest", StringComparison.Ordinal);

    private static IEnumerable<(string Name, int Line, bool IsGroup)> Labels(WorkflowJob job) => job.Node.Child("runs-on") switch
    {
        YamlMappingNode group => [("", group.Line(), true)],
        var labels => labels.Scalars().SelectMany(label => Matrix().Match(label.Value!) is { Success: true } match
            ? Values(job, match.Groups["key"].Value).DefaultIfEmpty(label)
            : [label]).Select(label => (label.Value!, label.Line(), false)),
    };

    /// <summary>What a key of the matrix can be: from its list, and from the legs that are spelled out.</summary>
    private static IEnumerable<YamlScalarNode> Values(WorkflowJob job, string key)
    {
        var matrix = job.Node.Child("strategy").Child("matrix");
        return matrix.Child(key).Scalars().Concat(matrix.Child("include").Items().SelectMany(leg => leg.Child(key).Scalars()));
    }

    [GeneratedRegex(@"\A\$\{\{\s*matrix\.(?<key>[\w-]+)\s*\}\}\z")]
    private static partial Regex Matrix();
}
