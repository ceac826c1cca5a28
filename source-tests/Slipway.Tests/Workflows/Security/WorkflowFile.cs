using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>A workflow, or dependabot.yml, as the rules look at it.</summary>
internal sealed record WorkflowFile(string Name, YamlNode Root, IReadOnlyList<string> Lines)
{
    public static WorkflowFile Parse(string name, string text)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        var root = stream.Documents.Count == 1 ? stream.Documents[0].RootNode : new YamlScalarNode();
        return new WorkflowFile(name, root, text.Split('\n'));
    }

    public bool IsDependabot => Path.GetFileNameWithoutExtension(Name) == "dependabot";

    /// <summary>What starts the workflow, in each of the three ways to write it.</summary>
    public IReadOnlyList<(string Name, YamlNode? Settings, int Line)> Triggers { get; } = Root.Child("on") switch
    {
        YamlMappingNode mapping => [.. mapping.Entries().Select(entry => (entry.Key, (YamlNode?)entry.Value, entry.Line))],
        var names => [.. names.Scalars().Select(name => (name.Value ?? "", (YamlNode?)null, name.Line()))],
    };

    public IReadOnlyList<WorkflowJob> Jobs { get; } =
        [.. Root.Child("jobs").Entries().Select(entry => new WorkflowJob(entry.Key, entry.Line, entry.Value))];

    public IEnumerable<WorkflowStep> Steps => Jobs.SelectMany(job => job.Steps);

    public bool StartsOn(string trigger) => Triggers.Any(one => one.Name == trigger);

    /// <summary>Whether somebody without rights here can start it, with code of their own.</summary>
    public bool StartsOnPullRequests => Triggers.Any(one => one.Name.StartsWith("pull_request", StringComparison.Ordinal));

    /// <summary>Whether what it makes may be a release; a push without a filter is one of tags, too.</summary>
    public bool StartsOnTags => StartsOn("release") || Triggers.Any(one => one.Name == "push"
        && (one.Settings.Entries().Any(filter => filter.Key is "tags" or "tags-ignore")
            || !one.Settings.Entries().Any(filter => filter.Key is "branches" or "branches-ignore")));

    /// <summary>What stands behind # in a line; no # stands in the other part of the lines that are asked for.</summary>
    public string? CommentIn(int line)
    {
        var parts = Lines[line - 1].Split(" #", 2);
        return parts.Length == 2 ? parts[1].Trim() : null;
    }
}
