using System.Collections.Immutable;
using Slipway.Gates;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>What a run says by how it ended.</summary>
public static class RunAlerts
{
    /// <param name="explained">Jobs and targets that failed for what other alerts tell.</param>
    public static ImmutableArray<Alert> Of(AlertedRun run, IReadOnlyCollection<string> explained)
    {
        var facts = run.Facts;
        switch (run.Kind)
        {
            // A run that was cancelled or skipped says nothing of the branch.
            case AlertedRunKind.Branch when run.Conclusion is "failure" or "timed_out" or "startup_failure":
                return [new Alert(AlertEvent.BranchRed, StageOf(facts.Failed), BranchKey(run), facts.ToMessage(), IsOpen: true)];
            case AlertedRunKind.Branch when run.Conclusion == "success":
                return [new Alert(AlertEvent.BranchGreen, null, BranchKey(run), Good(facts, "passes again"), IsOpen: false)];
            case AlertedRunKind.Night:
                var key = AlertWords.Key(AlertEvent.NightlyFailure, facts.Workflow);
                return facts.Failed.Except(explained, StringComparer.Ordinal).Any()
                    ? [new Alert(AlertEvent.NightlyFailure, null, key, facts.ToMessage(), IsOpen: true)]
                    : [new Alert(AlertEvent.NightlyFailure, null, key, Good(facts, "passes again"), IsOpen: false)];
            case AlertedRunKind.Release:
                var release = AlertWords.Key(AlertEvent.ReleaseFailed, run.Branch);
                return facts.Failed.IsEmpty
                    ? [new Alert(AlertEvent.ReleasePublished, null, release, Good(facts, "went through"), IsOpen: false)]
                    : [new Alert(AlertEvent.ReleaseFailed, null, release, facts.ToMessage(), IsOpen: true)];
            default:
                return [];
        }
    }

    // A stage starts when the one before it is good; a leg of a matrix stands behind the job's name: test (ubuntu-24.04).
    private static GateStage? StageOf(ImmutableArray<string> jobs) => jobs.Select(job => AlertWords.StageOf(job.Split(' ')[0])).Where(stage => stage is not null).Min();

    private static string BranchKey(AlertedRun run) => AlertWords.Key(AlertEvent.BranchRed, run.Branch, run.Facts.Workflow);

    private static Message Good(FailedRun run, string how)
    {
        var message = run.ToMessage();
        return message with
        {
            Headline = $"{run.Workflow} {how} in {run.Place}{(run.Reference is null ? "" : $" ({run.Reference})")}",
            Fields = [.. message.Fields.Where(field => field.Name != "Failed")],
            Tone = MessageTone.Good,
        };
    }
}
