using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>Everything from elsewhere is named by its content, not by a name that may be moved.</summary>
internal static partial class PinningRules
{
    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("unpinned-uses", file => Uses(file).Where(uses => !Pinned().IsMatch(uses.Value!))
            .Select(uses => new Place(uses.Line(), $"{uses.Value} is not pinned to a commit of 40 digits."))),
        new("version-comment", file => Uses(file).Where(uses => !Version().IsMatch(file.CommentIn(uses.Line()) ?? ""))
            .Select(uses => new Place(uses.Line(), $"{uses.Value} has no comment # vX.Y.Z, without which nobody sees what it is."))),
        new("unpinned-images", file => Images(file).Where(image => !Digest().IsMatch(image.Value ?? ""))
            .Select(image => new Place(image.Line(), $"The image {image.Value} is not pinned to a digest."))),
        new("unpinned-tools", file => Tools(file).Where(tool => !tool.Name.Contains('@', StringComparison.Ordinal))
            .Select(tool => new Place(tool.Line, $"The tool {tool.Name} is installed in whatever version is the newest."))),
    ];

    /// <summary>One action in two versions, or one commit under two names; an action in a folder is of its repository's version.</summary>
    public static IEnumerable<(string File, Place Place)> DifferingVersions(IReadOnlyList<WorkflowFile> files)
    {
        var pins = files.SelectMany(file => Uses(file).Select(uses => (File: file.Name, Line: uses.Line(),
            Repository: string.Join('/', uses.Value!.Split('@')[0].Split('/').Take(2)),
            Version: $"{uses.Value.Split('@').Last()} ({file.CommentIn(uses.Line()) ?? "no version"})")));
        return
            from pin in pins
            group pin by pin.Repository into same
            let first = same.First()
            from other in same
            where other.Version != first.Version
            select (other.File, new Place(other.Line,
                $"{other.Repository} is {other.Version} here and {first.Version} in {first.File}:{first.Line}."));
    }

    private static IEnumerable<YamlScalarNode> Uses(WorkflowFile file) =>
        file.Jobs.Select(job => job.Node.Child("uses")).Concat(file.Steps.Select(step => step.Uses)).OfType<YamlScalarNode>();

    private static IEnumerable<YamlScalarNode> Images(WorkflowFile file) => file.Jobs
        .SelectMany(job => job.Node.Child("services").Entries().Select(service => service.Value).Prepend(job.Node.Child("container")))
        .Select(container => container is YamlScalarNode ? container : container.Child("image"))
        .OfType<YamlScalarNode>();

    private static IEnumerable<(string Name, int Line)> Tools(WorkflowFile file) =>
        from step in file.Steps
        where step.Action == "taiki-e/install-action"
        from line in step.With.Child("tool").Lines()
        from name in line.Text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
        select (name, line.Number);

    [GeneratedRegex(@"^[\w.-]+/[\w.-]+(/[\w.-]+)*@[0-9a-f]{40}$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^v\d+\.\d+\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex("@sha256:[0-9a-f]{64}$")]
    private static partial Regex Digest();
}
