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

    [Parameter("Runs a workflow with servers on this machine for GitHub, crates.io and Discord")]
    bool Rehearsal => TryGetValue<bool?>(() => Rehearsal) ?? false;

    Target RunWorkflow => _ => _
        .Description("Runs the jobs of a workflow on this machine")
        .Executes(() => this.ExplainAsync(async () =>
        {
            var token = Interruption.Token;
            var selections = GetWorkflowSelections().ToList();
            var rehearsal = Rehearsal ? await RehearseAsync(selections, token) : null;
            var options = GetWorkflowOptions(rehearsal);
            // All are read before the first runs: a mistyped name should not show after an hour.
            var runs = new List<(WorkflowFile File, WorkflowSelection Selection)>();
            foreach (var selection in selections)
                runs.Add((await WorkflowFolder.LoadAsync(options.RepositoryFolder, selection.Workflow, token), selection));

            var failed = new List<string>();
            foreach (var (file, selection) in runs)
            {
                var report = await WorkflowRunner.RunAsync(file, options, selection, token);
                WorkflowLog.Write(report);
                if (!report.Succeeded)
                    failed.Add(selection.ToString());
            }

            if (rehearsal is not null)
            {
                await rehearsal.WriteAsync(token);
                // One job alone is a part of a rehearsal that goes on.
                if (failed.Count == 0 && selections.Exists(x => x.Job is null))
                    await rehearsal.EndAsync(token);
            }

            Assert.True(failed.Count == 0, $"{string.Join(" and ", failed)} failed");
        }));

    private IEnumerable<WorkflowSelection> GetWorkflowSelections() => Workflow.Length > 0
        ? Workflow.Select(WorkflowSelection.Parse)
        : throw new SlipwayException(
            ErrorKind.Configuration,
            "No workflow is named.",
            $"Name one: --workflow {string.Join(" or --workflow ", WorkflowFolder.Names(RootDirectory).DefaultIfEmpty("NAME"))}.");

    private async Task<WorkflowRehearsal> RehearseAsync(IReadOnlyList<WorkflowSelection> selections, CancellationToken token)
    {
        if (selections.Select(x => x.Workflow).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new SlipwayException(ErrorKind.Configuration, "--rehearsal: one workflow at a time can be rehearsed.", "Its servers trust that one.");
        if (this is not IHazRelease release)
            throw new SlipwayException(ErrorKind.Configuration, "--rehearsal: this build releases nothing.", $"Give the build class a release: {nameof(IRehearse)}.");
        var file = await WorkflowFolder.LoadAsync(RootDirectory, selections[0].Workflow, token);
        return await WorkflowRehearsal.StartAsync(release, Path.GetFileName(file.Path), token);
    }

    private WorkflowRunOptions GetWorkflowOptions(WorkflowRehearsal? rehearsal) => new(rehearsal?.Repository ?? RootDirectory, TemporaryDirectory / "workflows")
    {
        Event = Event.Length > 0 ? Event : null,
        Inputs = Input.Select(ParseInput).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Approved = [.. Approve],
        // Nobody has to let through what reaches nobody.
        ApprovesAll = rehearsal is not null,
        GitHub = rehearsal?.GitHub,
        Fresh = Fresh,
        Sink = WorkflowLog.Write,
    };

    private static KeyValuePair<string, string> ParseInput(string text) => text.Split('=', 2) is [{ Length: > 0 } name, var value]
        ? KeyValuePair.Create(name, value)
        : throw new SlipwayException(ErrorKind.Configuration, $"--input is '{text}'.", "It must be NAME=VALUE.");
}
