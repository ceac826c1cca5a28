using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>Runs a job: its legs, when what it needs lets it.</summary>
/// <param name="seats">How many legs may run at once.</param>
internal sealed class JobRunner(RunSession session, SemaphoreSlim seats)
{
    /// <param name="needs">What the job sees of those that it needs.</param>
    /// <param name="verdict">Why it must not run; null when it may.</param>
    /// <param name="leg">The only leg to run, when not all are.</param>
    public async Task<JobReport> RunAsync(
        JobDefinition job,
        ExpressionValue.Map needs,
        Func<ExpressionScope, (RunResult Result, string Reason)?> verdict,
        string? leg,
        CancellationToken token)
    {
        var scope = session.Scope
            .With("github", session.GitHub.Map.With("job", ExpressionValue.Of(job.Id)))
            .With("needs", needs);
        try
        {
            if (verdict(scope.Without("secrets")) is { } end)
                return Without(job, end.Result, end.Reason);
            if (job.Obstacle is { } obstacle)
                return Without(job, RunResult.NotRunHere, obstacle);
            var legs = LegPlanner.Plan(job, scope, leg);
            return Combine(job, await RunAsync(job, legs, scope, token));
        }
        catch (SlipwayException exception) when (exception is not UnknownLegException)
        {
            session.Log.Of(job.Id).Problem(exception.Explain());
            return Without(job, RunResult.Failure, exception.Explain());
        }
    }

    private async Task<IReadOnlyList<LegReport>> RunAsync(JobDefinition job, ImmutableArray<LegPlan> legs, ExpressionScope scope, CancellationToken token)
    {
        var failFast = job.Strategy.FailFast?.Evaluate(scope).IsTrue != false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var most = new SemaphoreSlim(job.Strategy.MaxParallel?.Evaluate(scope).AsNumber is >= 1 and var given ? (int)given : legs.Length);

        async Task<LegReport> RunLegAsync(LegPlan leg)
        {
            await most.WaitAsync(token);
            await seats.WaitAsync(token);
            try
            {
                if (KeptBack(leg) is { } kept)
                    return kept;
                if (stop.IsCancellationRequested)
                    return leg.Report(RunResult.Cancelled, "was cancelled, because another leg failed");
                session.Log.Of(leg.Name).Heading(leg.Name);
                var report = await new LegRunner(session, leg).RunAsync(stop.Token, token);
                if (failFast && report is { IsTolerated: false, Result: RunResult.Failure or RunResult.Cancelled })
                    await stop.CancelAsync();
                return report;
            }
            finally
            {
                seats.Release();
                most.Release();
            }
        }

        if (session.Options.Parallel)
            return await Task.WhenAll(legs.Select(RunLegAsync));
        var reports = new List<LegReport>();
        foreach (var leg in legs)
            reports.Add(await RunLegAsync(leg));
        return reports;
    }

    private LegReport? KeptBack(LegPlan leg)
    {
        // Before the machine: a job that needs it must not run on account of a leg that would have waited.
        if (leg.EnvironmentName is { Length: > 0 } environment && !session.Options.ApprovesAll && !session.Options.Approved.Contains(environment, StringComparer.OrdinalIgnoreCase))
            return leg.Report(RunResult.AwaitsApproval, $"waits for approval of {environment}");
        return RunnerLabels.Obstacle(leg.Job.RunsOn.Evaluate(leg.Scope), session.Options.Machine) is { } obstacle
            ? leg.Report(RunResult.NotRunHere, obstacle)
            : null;
    }

    private JobReport Without(JobDefinition job, RunResult result, string reason)
    {
        var masked = session.Log.Mask.Apply(reason);
        var none = ImmutableSortedDictionary<string, string>.Empty;
        return new JobReport(job.Id, result, masked, [new LegReport(job.Id, job.Id, "", result, masked, [], none, TimeSpan.Zero)], none);
    }

    private static JobReport Combine(JobDefinition job, IReadOnlyList<LegReport> legs)
    {
        var counted = legs.Select(leg => leg is { IsTolerated: true, Result: RunResult.Failure } ? RunResult.Success : leg.Result).ToList();
        var result = new[] { RunResult.Failure, RunResult.Cancelled, RunResult.AwaitsApproval, RunResult.Success }.FirstOrDefault(counted.Contains, RunResult.NotRunHere);
        var outputs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in legs.SelectMany(leg => leg.Outputs))
            outputs[name] = value;
        return new JobReport(job.Id, result, legs.FirstOrDefault(leg => leg.Result == result)?.Reason, [.. legs], outputs.ToImmutable());
    }
}
