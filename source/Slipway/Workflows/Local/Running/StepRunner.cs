using System.Globalization;
using Slipway.Workflows.Local.Actions;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>Runs a leg's steps one by one.</summary>
/// <param name="abort">Ends everything at once.</param>
internal sealed class StepRunner(LegState leg, CancellationToken abort)
{
    /// <param name="stop">Ends the step; those that always run still do.</param>
    public async Task RunAsync(StepDefinition step, int number, CancellationToken stop)
    {
        var started = leg.Session.Options.Time.GetTimestamp();
        var log = leg.Session.Log.Of(leg.Plan.Name, DefaultName(step));
        var (name, end, tolerated) = (DefaultName(step), default(StepEnd), false);
        try
        {
            var scope = leg.Scope;
            if (step.Condition.Holds(scope.Without("secrets").WithStatus(leg.Status)))
            {
                name = step.Name?.Format(scope) is { Length: > 0 } given ? given : name;
                log = leg.Session.Log.Of(leg.Plan.Name, name);
                log.Heading(name);
                tolerated = step.ContinueOnError?.Evaluate(scope).IsTrue == true;
                end = await RunInTimeAsync(step, scope, log, stop);
            }
            else
            {
                end = new StepEnd(RunResult.Skipped, leg.HasFailed || leg.IsCancelled ? "an earlier step failed" : "its `if` does not hold");
            }
        }
        catch (SlipwayException exception)
        {
            end = StepEnd.Failure(exception.Explain());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            end = StepEnd.Failure(exception.Message);
        }

        if (end.Outcome is RunResult.Failure or RunResult.Cancelled)
            log.Problem(end.Reason ?? "failed");
        else if (end is { Outcome: RunResult.Skipped, Reason: { } reason } && step.Uses != null && leg is { HasFailed: false, IsCancelled: false })
            log.Note(reason);
        var mask = leg.Session.Log.Mask;
        leg.Add(
            step.Id,
            new StepReport(
                number,
                mask.Apply(name),
                end.Outcome,
                end.Outcome == RunResult.Failure && tolerated ? RunResult.Success : end.Outcome,
                end.Reason is null ? null : mask.Apply(end.Reason),
                leg.Session.Options.Time.GetElapsedTime(started)),
            end.Outputs ?? []);
    }

    private async Task<StepEnd> RunInTimeAsync(StepDefinition step, ExpressionScope scope, RunLog log, CancellationToken stop)
    {
        var minutes = step.TimeoutMinutes?.Evaluate(scope).AsNumber;
        using var limit = minutes is > 0
            ? new CancellationTokenSource(TimeSpan.FromMinutes(minutes.Value), leg.Session.Options.Time)
            : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            var environment = Texts(step.Environment.Evaluate(scope));
            // What the step sets is seen by its own expressions.
            var inner = scope.With("env", environment.Aggregate(
                ExpressionValue.Of(leg.Variables),
                (map, variable) => map.With(variable.Key, ExpressionValue.Of(variable.Value))));
            return step.Run != null
                ? await new ScriptStep(leg, step, inner, environment, log).RunAsync(either.Token)
                : await LocalActions.RunAsync(new ActionCall(leg, step.Uses!, Texts(step.With.Evaluate(inner)), environment, log), either.Token);
        }
        catch (OperationCanceledException) when (!abort.IsCancellationRequested)
        {
            return limit.IsCancellationRequested && !stop.IsCancellationRequested
                ? StepEnd.Failure(string.Create(CultureInfo.InvariantCulture, $"was ended after its time limit of {minutes} minutes"))
                : new StepEnd(RunResult.Cancelled, "was ended");
        }
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Texts(ExpressionValue value) => value is ExpressionValue.Map map
        ? [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.AsText))]
        : [];

    // Before it is known what its expressions give.
    private static string DefaultName(StepDefinition step) =>
        step.Name?.Source is { Length: > 0 } name ? name
        : step.Uses is { } action ? $"Run {action}"
        : $"Run {step.Run?.Source.TrimStart().Split('\n')[0].TrimEnd()}";
}
