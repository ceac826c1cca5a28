using System.Reflection;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>
/// A workflow of GitHub Actions, made from the build's targets: those with <c>[Job]</c> that the named ones need are its
/// jobs, and everything else follows from what the targets say.
/// </summary>
/// <param name="name">Of the workflow and of its file.</param>
/// <param name="targets">What the workflow is there for, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class WorkflowAttribute(string name, params string[] targets) : GeneratedFileAttribute(name)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Targets { get; } = targets;

    /// <summary>The branches whose pushes start it.</summary>
    public string[] PushBranches { get; set; } = [];

    /// <summary>The tags whose pushes start it. Such a workflow publishes: it restores no cache and is never cancelled.</summary>
    public string[] PushTags { get; set; } = [];

    /// <summary>Whether pull requests start it. Such a workflow has no secrets.</summary>
    public bool PullRequests { get; set; }

    /// <summary>The branches that pull requests must be for; none means all.</summary>
    public string[] PullRequestBranches { get; set; } = [];

    /// <summary>The changed files that count for pushes and pull requests; none means all.</summary>
    public string[] Paths { get; set; } = [];

    /// <summary>The changed files that do not count.</summary>
    public string[] IgnoredPaths { get; set; } = [];

    /// <summary>Cron expressions, in UTC.</summary>
    public string[] Schedules { get; set; } = [];

    /// <summary>Whether it can be started by hand.</summary>
    public bool Dispatch { get; set; }

    /// <summary>What a start by hand asks for: parameters, by <c>nameof</c>.</summary>
    public string[] Inputs { get; set; } = [];

    /// <summary>The one of the inputs that names a tag, which is then checked out.</summary>
    public string? TagInput { get; set; }

    /// <summary>Whether a newer run for the same pull request cancels the older.</summary>
    public bool CancelSuperseded { get; set; }

    /// <summary>
    /// The workflow whose ended runs start it. It has this repository's rights whoever started the other, so all that it
    /// may do is to show a report: <see cref="Capability.ForkReport"/>.
    /// </summary>
    public string? After { get; set; }

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / Workflow.PathOf(Name);

    // What is not there is for the planner to report, together with everything else.
    private protected override IEnumerable<string> TargetNames => Targets.Where(target => TargetMembers.Exists(Build.GetType(), target));

    internal override string Render(IReadOnlyCollection<ExecutableTarget> targets)
    {
        // All of them: one may start after another, whose targets are not given here.
        var declarations = Build.GetType().GetCustomAttributes<WorkflowAttribute>().Select(workflow => workflow.ToDeclaration(Build)).ToList();
        var plan = WorkflowPlanner.Plan(TargetReader.Read(Build, WorkflowSet.AllTargets(Build)), declarations, PipelineFactsReader.Read(Build)).EnsureValid();
        return WorkflowYaml.Render(plan.Workflows.Single(workflow => workflow.Name == Name));
    }

    internal WorkflowDeclaration ToDeclaration(INukeBuild build) => new(Name, [.. Targets])
    {
        PushBranches = [.. PushBranches],
        PushTags = [.. PushTags],
        PullRequests = PullRequests || PullRequestBranches.Length > 0,
        PullRequestBranches = [.. PullRequestBranches],
        Paths = new PathFilter([.. Paths], [.. IgnoredPaths]),
        Schedules = [.. Schedules],
        Dispatch = Dispatch,
        Inputs = [.. Inputs.Select(input => new InputDeclaration(input, ParameterReader.Find(build, input)))],
        TagInput = TagInput,
        CancelSuperseded = CancelSuperseded,
        After = After,
    };
}
