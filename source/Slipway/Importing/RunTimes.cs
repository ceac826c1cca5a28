using Slipway.History;
using static System.FormattableString;

namespace Slipway.Importing;

/// <summary>What GitHub tells of runs, as a history keeps it.</summary>
internal static class RunTimes
{
    /// <summary>How something ended: https://docs.github.com/rest/checks/runs has the words.</summary>
    public static RunVerdict VerdictOf(string? conclusion) => conclusion switch
    {
        "success" => RunVerdict.Pass,
        "failure" or "timed_out" or "startup_failure" => RunVerdict.Fail,
        "cancelled" => RunVerdict.Cancelled,
        _ => RunVerdict.Skipped,
    };

    /// <summary>An attempt with its jobs. It lasts from the first job that ran to the last; what was before is waiting.</summary>
    public static ImportedRun Of(RunAnswer run, IReadOnlyList<JobAnswer> jobs)
    {
        // Where only failed jobs are run again, GitHub repeats the others of the attempt before with their times.
        if (run is { RunAttempt: > 1, RunStartedAt: { } again })
            jobs = [.. jobs.Where(job => job.StartedAt is not { } began || began >= again)];
        var ran = jobs.Where(job => job is { StartedAt: not null, CompletedAt: not null } && VerdictOf(job.Conclusion) != RunVerdict.Skipped).ToList();
        var asked = run.RunStartedAt ?? run.CreatedAt;
        var start = ran.Count > 0 ? ran.Min(job => job.StartedAt!.Value) : asked;
        // Also one that never had a job, such as one whose workflow is no YAML, took a while.
        var end = ran.Count > 0 ? ran.Max(job => job.CompletedAt!.Value) : run.UpdatedAt;
        return new ImportedRun(
            Invariant($"{run.Id}"),
            run.RunAttempt,
            run.Name ?? Path.GetFileNameWithoutExtension(run.Path) ?? "",
            run.Event ?? "",
            start,
            Positive(end - start),
            ran.Count > 0 ? Positive(start - asked) : null,
            run.HeadSha,
            run.HeadBranch,
            VerdictOf(run.Conclusion),
            run.HtmlUrl,
            [.. jobs.Select(Of)]);
    }

    private static ImportedJob Of(JobAnswer job) => new(
        job.Name ?? "",
        VerdictOf(job.Conclusion),
        job is { StartedAt: { } start, CompletedAt: { } end } ? Positive(end - start) : TimeSpan.Zero,
        job is { CreatedAt: { } created, StartedAt: { } started } && VerdictOf(job.Conclusion) != RunVerdict.Skipped ? Positive(started - created) : null);

    // Clocks of servers differ by a second or two.
    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
