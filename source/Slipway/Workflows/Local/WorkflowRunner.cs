using Slipway.Workflows.Local.Reading;
using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local;

/// <summary>Runs a workflow on this machine as GitHub would: its jobs in order, each on a clone of its own.</summary>
public static class WorkflowRunner
{
    /// <param name="selection">The job, or the leg of one, to run alone, on the artifacts that an earlier run has left; null runs all.</param>
    /// <exception cref="SlipwayException">The workflow cannot be run in that way.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing that it started is left.</exception>
    public static async Task<WorkflowReport> RunAsync(
        WorkflowFile workflow,
        WorkflowRunOptions options,
        WorkflowSelection? selection = null,
        CancellationToken cancellationToken = default)
    {
        var started = options.Time.GetTimestamp();
        var only = selection?.Job is { } job ? FindJob(workflow, job) : null;
        var session = await RunSession.StartAsync(workflow, options, cancellationToken);
        var graph = new JobGraph(session);
        foreach (var note in session.Notes)
            session.Log.Note(note);
        try
        {
            var jobs = only is null
                ? await graph.RunAllAsync(cancellationToken)
                : [await graph.RunOneAsync(only, selection!.Leg, cancellationToken)];
            return new WorkflowReport(
                workflow.Id,
                session.Trigger.Event,
                session.Trigger.Ref,
                [.. jobs],
                session.MissingSecrets,
                [.. session.Notes, .. graph.Notes],
                options.Time.GetElapsedTime(started));
        }
        finally
        {
            WorkflowFolders.Remove(session.Folders.TemporaryRoot);
        }
    }

    private static JobDefinition FindJob(WorkflowFile workflow, string job) =>
        workflow.Jobs.FirstOrDefault(known => known.Id == job) ?? throw new SlipwayException(
            ErrorKind.Configuration,
            $"The workflow {workflow.Id} has no job {job}.",
            $"There are {string.Join(", ", workflow.Jobs.Select(known => known.Id))}.");
}
