using System.Collections.Immutable;
using System.Globalization;
using Slipway.Workflows.Local.Actions;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>Runs one leg from its first step to its last.</summary>
internal sealed class LegRunner(RunSession session, LegPlan plan)
{
    // GitHub's own limits: of a job, and of what still runs after it was cancelled.
    private const double LongestMinutes = 360;
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(5);

    private readonly LegState _leg = new(session, plan);

    /// <param name="stop">Ends the leg as GitHub cancels one: steps that always run still do.</param>
    /// <param name="abort">Ends everything at once.</param>
    public async Task<LegReport> RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var started = session.Options.Time.GetTimestamp();
        var (reason, tolerated) = (default(string), false);
        var outputs = ImmutableSortedDictionary<string, string>.Empty;
        try
        {
            Prepare();
            tolerated = plan.Job.ContinueOnError?.Evaluate(plan.Scope).IsTrue == true;
            _leg.Variables = Variables(Variables(_leg.Variables, session.Workflow.Environment), plan.Job.Variables);
            reason = await RunStepsAsync(stop, abort);
            outputs = Outputs();
        }
        catch (Exception exception) when (exception is SlipwayException or IOException or UnauthorizedAccessException)
        {
            _leg.HasFailed = true;
            reason = session.Log.Mask.Apply((exception as SlipwayException)?.Explain() ?? exception.Message);
            session.Log.Of(plan.Name).Problem(reason);
        }
        finally
        {
            await _leg.Tracker.EndAsync(root: null);
            await KeepSummaryAsync();
            WorkflowFolders.Remove(_leg.Temporary);
        }

        var result = _leg.IsCancelled ? RunResult.Cancelled : _leg.HasFailed ? RunResult.Failure : RunResult.Success;
        return new LegReport(
            plan.Job.Id,
            session.Log.Mask.Apply(plan.Name),
            session.Log.Mask.Apply(plan.Leg.Label),
            result,
            reason ?? Explain(result),
            [.. _leg.Reports],
            outputs,
            session.Options.Time.GetElapsedTime(started),
            tolerated);
    }

    private void Prepare()
    {
        // Checking out cleans up by itself, and keeps what stands for GitHub's caches.
        if (session.Options.Fresh || !plan.Job.Steps.Any(Checkout.IsWhole))
            WorkflowFolders.Remove(_leg.Workspace);
        Directory.CreateDirectory(_leg.Workspace);
        Directory.CreateDirectory(session.Folders.Tools);
        WorkflowFolders.Empty(_leg.Temporary);
        File.WriteAllText(_leg.EventFile, session.GitHub.EventJson);
    }

    private async Task<string?> RunStepsAsync(CancellationToken stop, CancellationToken abort)
    {
        var minutes = plan.Job.TimeoutMinutes?.Evaluate(plan.Scope).AsNumber is > 0 and var given ? given : LongestMinutes;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(minutes), session.Options.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token, abort);
        using var aftermath = CancellationTokenSource.CreateLinkedTokenSource(abort);
        var runner = new StepRunner(_leg, abort);
        for (var i = 0; i < plan.Job.Steps.Length; i++)
        {
            await runner.RunAsync(plan.Job.Steps[i], i + 1, _leg.IsCancelled ? aftermath.Token : ending.Token);
            abort.ThrowIfCancellationRequested();
            if (!_leg.IsCancelled && ending.IsCancellationRequested)
            {
                _leg.IsCancelled = true;
                aftermath.CancelAfter(Aftermath);
            }
        }

        return !_leg.IsCancelled ? null
            : limit.IsCancellationRequested ? string.Create(CultureInfo.InvariantCulture, $"was ended after its time limit of {minutes} minutes")
            : "was cancelled, because another leg failed";
    }

    private ImmutableSortedDictionary<string, string> Variables(ImmutableSortedDictionary<string, string> outer, Reading.ValueTemplate template) =>
        template.Evaluate(plan.Scope.With("env", ExpressionValue.Of(outer))) is ExpressionValue.Map map
            ? outer.SetItems(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.AsText)))
            : outer;

    private ImmutableSortedDictionary<string, string> Outputs()
    {
        var outputs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, template) in plan.Job.Outputs)
        {
            var value = template.Format(_leg.Scope);
            // GitHub hands no secret from job to job either.
            if (session.Log.Mask.IsIn(value))
                session.Log.Of(plan.Name).Note($"The output {name} may hold a secret, and is left out.");
            else if (value.Length > 0)
                outputs[name] = value;
        }

        return outputs.ToImmutable();
    }

    private async Task KeepSummaryAsync()
    {
        if (!File.Exists(_leg.SummaryFile) || new FileInfo(_leg.SummaryFile).Length == 0)
            return;
        var text = await File.ReadAllTextAsync(_leg.SummaryFile, CancellationToken.None);
        await AtomicFile.WriteTextAsync(Path.Combine(session.Folders.Summaries, $"{plan.Folder}.md"), session.Log.Mask.Apply(text), CancellationToken.None);
    }

    private string? Explain(RunResult result)
    {
        if (result == RunResult.Failure && _leg.Reports.Find(step => step.Conclusion == RunResult.Failure) is { } failed)
            return $"{failed.Name}: {failed.Reason}";
        var missing = _leg.Reports.Count(step => step.Reason?.StartsWith(LocalActions.NotPerformed, StringComparison.Ordinal) == true);
        return missing == 0 ? null : FormattableString.Invariant($"{missing} {(missing == 1 ? "step" : "steps")} not performed here");
    }
}
