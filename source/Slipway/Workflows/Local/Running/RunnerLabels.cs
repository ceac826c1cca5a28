using System.Text.RegularExpressions;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>What <c>runs-on</c> asks for.</summary>
internal static partial class RunnerLabels
{
    /// <summary>Why this machine is not it; null when it is.</summary>
    public static string? Obstacle(ExpressionValue runsOn, LocalMachine machine)
    {
        var labels = Labels(runsOn);
        if (labels.Count == 0)
            return "needs a group of runners";
        var (system, architecture) = (default(string), default(string));
        foreach (var label in labels)
        {
            if (Hosted(label) is { } hosted)
                (system, architecture) = (hosted.System, hosted.Architecture);
            else if (label is "linux" or "macos" or "windows")
                system = label == "macos" ? "macOS" : char.ToUpperInvariant(label[0]) + label[1..];
            else if (label is "x64" or "arm64")
                architecture = label.ToUpperInvariant();
            else if (label != "self-hosted")
                return $"needs the runner {label}, which is not known";
        }

        var needed = new LocalMachine(system ?? machine.System, architecture ?? machine.Architecture);
        return needed == machine ? null : $"needs {needed}";
    }

    private static List<string> Labels(ExpressionValue runsOn) => runsOn switch
    {
        ExpressionValue.List list => [.. list.Items.Select(item => item.AsText.ToLowerInvariant())],
        ExpressionValue.Map map => map.Has("labels") ? Labels(map["labels"]) : [],
        _ => [runsOn.AsText.ToLowerInvariant()],
    };

    private static LocalMachine? Hosted(string label)
    {
        var match = HostedPattern().Match(label);
        if (!match.Success)
            return null;
        var (version, variant) = (match.Groups["version"].Value, match.Groups["variant"].Value);
        return match.Groups["system"].Value switch
        {
            "ubuntu" => new LocalMachine("Linux", variant == "arm" ? "ARM64" : "X64"),
            "windows" => new LocalMachine("Windows", variant == "arm" ? "ARM64" : "X64"),
            // The last images for Intel without a word of it in their names.
            _ => new LocalMachine("macOS", variant is "intel" or "large" || (version is "11" or "12" or "13" && variant.Length == 0) ? "X64" : "ARM64"),
        };
    }

    [GeneratedRegex(@"\A(?<system>ubuntu|macos|windows)-(?<version>latest|slim|[0-9][0-9.]*)(?:-(?<variant>arm|intel|large|xlarge|vs[0-9]+))?\z")]
    private static partial Regex HostedPattern();
}
