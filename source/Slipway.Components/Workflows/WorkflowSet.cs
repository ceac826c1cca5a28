using System.Reflection;
using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>All generated files of a build, as they should be.</summary>
internal sealed record WorkflowSet(PipelinePlan Plan, IReadOnlyList<GeneratedFile> Files)
{
    /// <exception cref="SlipwayException">A declaration is wrong; the message holds everything that is.</exception>
    public static WorkflowSet Of(INukeBuild build)
    {
        var attributes = Generators.Of(build);
        var targets = AllTargets(build);
        var declarations = attributes.OfType<WorkflowAttribute>().Select(x => x.ToDeclaration(build)).ToList();
        var plan = WorkflowPlanner.Plan(TargetReader.Read(build, targets), declarations, PipelineFactsReader.Read(build)).EnsureValid();
        var anyTarget = targets.First(target => target.ExecutionDependencies.Count == 0).Name;
        var texts = plan.Workflows.ToDictionary(workflow => workflow.Name, WorkflowYaml.Render, StringComparer.Ordinal);
        var files = attributes.Select(attribute =>
        {
            var text = attribute is WorkflowAttribute workflow ? texts[workflow.Name] : attribute.Render(targets);
            return new GeneratedFile(PathOf(build, attribute.ConfigurationFile), attribute.Generate(targets, new(text, anyTarget)));
        });
        if ((build as IHazWorkflows)?.WorkflowGraphs is { } graphs)
            files = files.Append(new GeneratedFile(PathOf(build, graphs), WorkflowMermaid.WritePage(plan.Workflows)));
        return new WorkflowSet(plan, [.. files.OrderBy(x => x.Path, StringComparer.Ordinal)]);
    }

    /// <summary>Files that an earlier build class has made, and this one does not.</summary>
    public IEnumerable<string> FindAbandoned(string root)
    {
        var folder = Path.Combine(root, GeneratedFile.Folder);
        return !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*.yml")
                .Select(file => $"{GeneratedFile.Folder}/{Path.GetFileName(file)}")
                .Where(file => Files.All(known => known.Path != file) && WorkflowYaml.IsRendered(File.ReadAllText(Path.Combine(root, file))))
                .Order(StringComparer.Ordinal);
    }

    private static string PathOf(INukeBuild build, AbsolutePath file) => build.RootDirectory.GetUnixRelativePathTo(file).ToString();

    // NUKE gives all targets to extensions and generators only; a target that wants to know them has to look inside.
    public static IReadOnlyCollection<ExecutableTarget> AllTargets(INukeBuild build)
    {
        const string Name = "ExecutableTargets";
        var property = typeof(INukeBuild).GetProperty(Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return property?.GetValue(build) as IReadOnlyCollection<ExecutableTarget>
            ?? throw new SlipwayException(ErrorKind.Configuration, $"INukeBuild.{Name} is not what it is in NUKE 10.1.0.", "Use that version of NUKE, or the embedded engine.");
    }

    /// <summary>The way that NUKE offers to find generators, which also tells them their build.</summary>
    private sealed class Generators : BuildServerConfigurationGenerationAttributeBase
    {
        public static IReadOnlyList<GeneratedFileAttribute> Of(INukeBuild build) => [.. GetGenerators(build).OfType<GeneratedFileAttribute>()];
    }
}
