namespace Slipway.Gates;

/// <summary>How long a stage took, or all of them.</summary>
/// <param name="Stage">Null for all.</param>
/// <param name="Gates">What it was spent on, the slowest first.</param>
public sealed record StageTime(GateStage? Stage, TimeSpan Duration, IReadOnlyList<(string Name, TimeSpan Duration)> Gates);

/// <summary>How long the stages took; the last entry is all of them.</summary>
public static class StageTimes
{
    /// <summary>In one process: the time in which at least one gate of the stage was at work, so that side by side counts once.</summary>
    public static IReadOnlyList<StageTime> Of(IReadOnlyCollection<GateTime> times)
    {
        var own = times.Where(time => IsStage(time.Stage)).ToList();
        return own.Count == 0 ? [] :
        [
            .. own.GroupBy(time => time.Stage).OrderBy(stage => stage.Key).Select(stage => Time(stage.Key, stage)),
            Time(null, own),
        ];

        static StageTime Time(GateStage? stage, IEnumerable<GateTime> gates) =>
            new(stage, Union(gates), Slowest(gates.Select(gate => (gate.Name, gate.Duration))));
    }

    /// <summary>
    /// Across jobs, whose clocks are not each other's: a stage takes as long as the gates that one job judges one after the
    /// other; of jobs that run side by side the longest counts.
    /// </summary>
    public static IReadOnlyList<StageTime> Of(IReadOnlyCollection<GateResult> gates)
    {
        var stages = gates.Where(gate => IsStage(gate.Stage))
            .GroupBy(gate => gate.Stage)
            .OrderBy(stage => stage.Key)
            .Select(stage => stage.GroupBy(gate => (gate.Job, gate.Leg))
                .Select(job => new StageTime(stage.Key, Sum(job.Select(gate => gate.Duration)), Slowest(job.Select(gate => (gate.Title, gate.Duration)))))
                .MaxBy(job => job.Duration)!)
            .ToList();
        return stages.Count == 0 ? [] :
        [
            .. stages,
            new StageTime(null, Sum(stages.Select(stage => stage.Duration)), Slowest(stages.SelectMany(stage => stage.Gates))),
        ];
    }

    private static bool IsStage(GateStage stage) => stage is GateStage.Checks or GateStage.Compile or GateStage.Test or GateStage.Gates;

    private static TimeSpan Union(IEnumerable<GateTime> times)
    {
        var (total, end) = (TimeSpan.Zero, TimeSpan.MinValue);
        foreach (var time in times.OrderBy(time => time.Start))
        {
            var start = time.Start > end ? time.Start : end;
            if (time.End <= start)
                continue;
            total += time.End - start;
            end = time.End;
        }

        return total;
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> durations) => durations.Aggregate(TimeSpan.Zero, (sum, next) => sum + next);

    private static IReadOnlyList<(string Name, TimeSpan Duration)> Slowest(IEnumerable<(string Name, TimeSpan Duration)> gates) =>
        [.. gates.OrderByDescending(gate => gate.Duration).ThenBy(gate => gate.Name, StringComparer.Ordinal)];
}
