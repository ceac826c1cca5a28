using System.Collections.Immutable;
using Nuke.Common;
using Slipway.Workflows.Local;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Components;

/// <summary>Brings <c>RunWorkflow</c>: proves on this machine that a workflow file does what it says.</summary>
public interface IRunWorkflow : INukeBuild
{
    /// <summary>What to run: a workflow, one of its jobs, or one leg of a job.</summary>
    [Parameter("Workflows to run: ci, ci/test or \"ci/test (leg)\"")]
    string[] Workflow => TryGetValue(() => Workflow) ?? [];

    [Parameter("Event to run workflows for; default: one that they wait for")]
    string Event => TryGetValue(() => Event) ?? "";

    [Parameter("Inputs of workflows: NAME=VALUE")]
    string[] Input => TryGetValue(() => Input) ?? [];

    [Parameter("Environments whose jobs may run")]
    string[] Approve => TryGetValue(() => Approve) ?? [];

    [Parameter("Runs workflows without what an earlier run has left")]
    bool Fresh => TryGetValue<bool?>(() => Fresh) ?? false;

    Target RunWorkflow => _ => _
        .Description("Runs the jobs of a workflow on this machine")
        .Executes(() => this.ExplainAsync(async () =>
        {
            var token = Interruption.Token;
            var options = GetWorkflowOptions();
            // All are read before the first runs: a mistyped name should not show after an hour.
            var runs = new List<(WorkflowFile File, WorkflowSelection Selection)>();
            foreach (var selection in GetWorkflowSelections())
                runs.Add((await WorkflowFolder.LoadAsync(RootDirectory, selection.Workflow, token), selection));

            var failed = new List<string>();
            foreach (var (file, selection) in runs)
            {
                var report = await WorkflowRunner.RunAsync(file, options, selection, token);
                WorkflowLog.Write(report);
                if (!report.Succeeded)
                    failed.Add(selection.ToString());
            }

            Assert.True(failed.Count == 0, $"{string.Join(" and ", failed)} failed");
        }));

    private IEnumerable<WorkflowSelection> GetWorkflowSelections() => Workflow.Length > 0
        ? Workflow.Select(WorkflowSelection.Parse)
        : throw new SlipwayException(
            ErrorKind.Configuration,
            "No workflow is named.",
            $"Name one: --workflow {string.Join(" or --workflow ", WorkflowFolder.Names(RootDirectory).DefaultIfEmpty("NAME"))}.");

    private WorkflowRunOptions GetWorkflowOptions() => new(RootDirectory, TemporaryDirectory / "workflows")
    {
        Event = Event.Length > 0 ? Event : null,
        Inputs = Input.Select(ParseInput).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Approved = [.. Approve],
        Fresh = Fresh,
        Sink = WorkflowLog.Write,
    };

    private static KeyValuePair<string, string> ParseInput(string text) => text.Split('=', 2) is [{ Length: > 0 } name, var value]
        ? KeyValuePair.Create(name, value)
        : throw new SlipwayException(ErrorKind.Configuration, $"--input is '{text}'.", "It must be NAME=VALUE.");
}
