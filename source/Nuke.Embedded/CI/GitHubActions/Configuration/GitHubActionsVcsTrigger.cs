using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Pushes or pull requests, restricted by branch, tag or path.</summary>
public class GitHubActionsVcsTrigger : GitHubActionsDetailedTrigger
{
    public GitHubActionsTrigger Kind { get; set; }
    public string[] Branches { get; set; } = [];
    public string[] BranchesIgnore { get; set; } = [];
    public string[] Tags { get; set; } = [];
    public string[] TagsIgnore { get; set; } = [];
    public string[] IncludePaths { get; set; } = [];
    public string[] ExcludePaths { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{Kind.GetValue()}:");
        using (writer.Indent())
        {
            WriteList(writer, "branches", Branches);
            WriteList(writer, "branches-ignore", BranchesIgnore);
            WriteList(writer, "tags", Tags);
            WriteList(writer, "tags-ignore", TagsIgnore);
            WriteList(writer, "paths", IncludePaths.Concat(ExcludePaths.Select(x => $"!{x}")));
        }
    }

    private static void WriteList(CustomFileWriter writer, string key, IEnumerable<string> patterns)
    {
        var lines = patterns.Select(x => $"- {YamlScalar.Pattern(x)}").ToList();
        if (lines.Count == 0)
            return;

        writer.WriteLine($"{key}:");
        using (writer.Indent())
            lines.ForEach(x => writer.WriteLine(x));
    }
}
