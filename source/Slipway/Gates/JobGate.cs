namespace Slipway.Gates;

/// <summary>Jobs that did not succeed, when none of their gates says so.</summary>
public static class JobGate
{
    /// <param name="gates">What the jobs have reported.</param>
    /// <param name="allowedSkips">The jobs that may be skipped.</param>
    public static IReadOnlyList<GateResult> Judge(
        IEnumerable<JobResult> jobs,
        IReadOnlyCollection<GateResult> gates,
        IReadOnlyCollection<string> allowedSkips)
    {
        var reported = gates.ToLookup(gate => gate.Job);
        return [.. jobs
            .Where(job => job.Result != "success" && !reported[job.Job].Any(gate => gate.Verdict == GateVerdict.Fail))
            .Select(job => job.Result == "skipped" && allowedSkips.Contains(job.Job)
                ? Result(job, GateVerdict.Skip, "the job was skipped", [])
                : Fail(job, hasReported: reported[job.Job].Any()))];
    }

    private static GateResult Fail(JobResult job, bool hasReported)
    {
        var name = job.Job.Replace('`', '\'');
        var (what, help) = (job.Result, hasReported) switch
        {
            ("failure", false) => ("failed before it could report", null),
            ("failure", true) => ("failed, though no gate in it did", null),
            ("cancelled", _) => ("was cancelled", null),
            ("skipped", _) => ("was skipped", $"Mend the jobs that it needs, or allow it by name: AllowedSkips => [\"{name}\"]"),
            _ => ($"ended as '{job.Result}'", (string?)null),
        };
        var finding = job.Result == "skipped" ? $"job `{name}` was skipped, so nothing in it was judged" : $"job `{name}` {what}: see its log";
        return Result(job, GateVerdict.Fail, $"the job {what}", [new Finding(FindingSeverity.Error, finding, Help: help)]);
    }

    private static GateResult Result(JobResult job, GateVerdict verdict, string reason, IReadOnlyList<Finding> findings) =>
        new(job.Job, GateStage.Jobs, verdict, reason, [], findings, TimeSpan.Zero, Job: job.Job);
}
