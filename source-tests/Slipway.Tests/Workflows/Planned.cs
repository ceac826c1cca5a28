using Slipway.Workflows;

namespace Slipway.Tests.Workflows;

/// <summary>Short ways to plan workflows.</summary>
internal static class Planned
{
    public static PipelineFacts Facts { get; } = new(ActionPins.Default);

    public static PipelinePlan Plan(WorkflowDeclaration declaration, params TargetFacts[] targets) =>
        WorkflowPlanner.Plan(targets, [declaration], Facts);

    public static Workflow Workflow(WorkflowDeclaration declaration, params TargetFacts[] targets)
    {
        var plan = Plan(declaration, targets);
        plan.Diagnostics.ShouldBeEmpty();
        return plan.Workflows.Single();
    }

    /// <summary>A target with a job.</summary>
    public static TargetFacts Job(string name, params string[] dependsOn) => Target(name, dependsOn) with { Job = new JobDeclaration() };

    public static TargetFacts Target(string name, params string[] dependsOn) => new(name) { DependsOn = [.. dependsOn] };

    /// <summary>A workflow that pushes to main start.</summary>
    public static WorkflowDeclaration OnPush(params string[] entries) => new("ci", [.. entries]) { PushBranches = ["main"] };

    public static WorkflowDeclaration OnTag(params string[] entries) => new("release", [.. entries]) { PushTags = ["v*"] };

    public static Job Job(this Workflow workflow, string id) => workflow.Jobs.Single(job => job.Id == id);

    public static string Command(this Job job) => job.Steps.OfType<RunStep>().Last().Command;

    public static IEnumerable<UsesStep> Uses(this Job job, string action) =>
        job.Steps.OfType<UsesStep>().Where(step => step.Action.Repository == action);

    public static string Input(this UsesStep step, string name) => step.Inputs.Single(input => input.Name == name).Value.Value;
}
