using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>Runs jobs after those that they need.</summary>
internal sealed class JobGraph(RunSession session)
{
    private readonly ConcurrentDictionary<string, JobReport> _reports = new(StringComparer.Ordinal);

    private ImmutableArray<JobDefinition> Jobs => session.Workflow.Jobs;

    /// <summary>What a reader should know of jobs that ran without what they need.</summary>
    public IEnumerable<string> Notes =>
        from job in Jobs
        where _reports.TryGetValue(job.Id, out var report) && report.Result is RunResult.Success or RunResult.Failure
        let missing = job.Needs.Where(need => _reports.GetValueOrDefault(need)?.Result == RunResult.NotRunHere).ToList()
        where missing.Count > 0
        select $"{job.Id} ran without {string.Join(" and ", missing)}, which could not run here.";

    public async Task<IReadOnlyList<JobReport>> RunAllAsync(CancellationToken token)
    {
        session.Artifacts.Clear();
        WorkflowFolders.Remove(session.Folders.Summaries);
        var seats = Seats();
        var running = new Dictionary<string, Task>(StringComparer.Ordinal);
        foreach (var job in JobOrder.Sort(Jobs))
        {
            running[job.Id] = RunAfterAsync([.. job.Needs.Select(need => running[need])], job, seats, token);
            if (!session.Options.Parallel)
                await running[job.Id];
        }

        await Task.WhenAll(running.Values);
        return [.. Jobs.Select(job => _reports[job.Id])];
    }

    public async Task<JobReport> RunOneAsync(JobDefinition job, string? leg, CancellationToken token)
    {
        var seats = Seats();
        var needs = ExpressionValue.Map.Empty;
        foreach (var need in job.Needs)
            needs = needs.With(need, Need("success", await JobOutputs.ReadAsync(session.Folders.Results(need), token)));
        // Whoever asks for one job has decided that what it needs is there.
        var report = await new JobRunner(session, seats).RunAsync(job, needs, scope => Refusal(job, scope, new ExpressionStatus()), leg, token);
        await JobOutputs.WriteAsync(session.Folders.Results(job.Id), report.Outputs);
        return report;
    }

    // Nothing asks for its handle, so there is nothing to dispose.
    private SemaphoreSlim Seats() => new(session.Options.Parallel ? Environment.ProcessorCount : 1);

    private async Task RunAfterAsync(ImmutableArray<Task> before, JobDefinition job, SemaphoreSlim seats, CancellationToken token)
    {
        await Task.WhenAll(before);
        var needs = ExpressionValue.Of(job.Needs.Select(need => KeyValuePair.Create(
            need,
            (ExpressionValue)Need(LegState.Word(_reports[need].Result), _reports[need].Outputs))));
        var report = await new JobRunner(session, seats).RunAsync(job, needs, scope => Verdict(job, scope), null, token);
        _reports[job.Id] = report;
        await JobOutputs.WriteAsync(session.Folders.Results(job.Id), report.Outputs);
    }

    private (RunResult Result, string Reason)? Verdict(JobDefinition job, ExpressionScope scope)
    {
        var before = JobOrder.Ancestors(Jobs, job).Select(id => _reports[id]).ToList();
        if (before.Find(report => report.Result == RunResult.AwaitsApproval) is { } waiting)
            return (RunResult.AwaitsApproval, waiting.Reason ?? $"needs {waiting.Id}");
        // What could not run here keeps nothing back: otherwise no machine could show anything of a workflow for several.
        var status = new ExpressionStatus(
            HasFailed: before.Exists(report => report.Result == RunResult.Failure),
            WasKeptBack: before.Exists(report => report.Result is RunResult.Skipped or RunResult.Cancelled));
        var cause = before.Find(report => report.Result == RunResult.Failure) ?? before.Find(report => report.Result is RunResult.Skipped or RunResult.Cancelled);
        return Refusal(job, scope, status) is not { } refusal ? null
            : cause is null ? refusal
            : (RunResult.Skipped, $"{cause.Id} {(cause.Result == RunResult.Failure ? "failed" : $"was {LegState.Word(cause.Result)}")}");
    }

    private static (RunResult Result, string Reason)? Refusal(JobDefinition job, ExpressionScope scope, ExpressionStatus status) =>
        job.Condition.Holds(scope.WithStatus(status)) ? null : (RunResult.Skipped, "its `if` does not hold");

    private static ExpressionValue.Map Need(string result, IEnumerable<KeyValuePair<string, string>> outputs) => ExpressionValue.Map.Empty
        .With("result", ExpressionValue.Of(result))
        .With("outputs", ExpressionValue.Of(outputs));
}
