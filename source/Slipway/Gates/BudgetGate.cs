namespace Slipway.Gates;

/// <summary>Whether the stages kept to their time. It never fails: slow is not wrong.</summary>
public static class BudgetGate
{
    public const string Name = "Budget";

    private const int MostGates = 3;

    /// <param name="given">Budgets of the command line, such as <c>checks=3</c>.</param>
    /// <exception cref="SlipwayException">What is given is no budget.</exception>
    public static GateResult Judge(IReadOnlyList<StageTime> times, StageBudgets budgets, IReadOnlyCollection<string> given)
    {
        if (times.Count == 0)
            return GateResult.Skipped(Name, GateStage.Run, "no stage has run");
        var judged = times.Select(time => (Time: time, Limit: budgets.LimitOf(time.Stage, given))).ToList();
        var findings = judged.Where(stage => !stage.Limit.Allows(stage.Time.Duration.TotalSeconds)).Select(stage => Warn(stage.Time, stage.Limit));
        return GateResult.Judged(
            Name,
            GateStage.Run,
            failure: null,
            [.. judged.Select(stage => new Figure(Title(stage.Time.Stage), Math.Round(stage.Time.Duration.TotalSeconds, 1), "s", stage.Limit))],
            [.. findings],
            times[^1].Duration);
    }

    private static string Title(GateStage? stage) => stage?.ToString() ?? "All stages";

    private static Finding Warn(StageTime time, Threshold limit)
    {
        var verb = time.Stage is null ? "their" : "its";
        var slowest = time.Gates.Take(MostGates).Select(gate => $"{gate.Name} {DurationText.Of(gate.Duration)}");
        return new Finding(
            FindingSeverity.Warning,
            $"{Title(time.Stage)} took {DurationText.Of(time.Duration)}, more than {verb} budget of {DurationText.Of(TimeSpan.FromSeconds(limit.Value))} ({limit.Origin}); slowest: {string.Join(", ", slowest)}",
            Code: "budget",
            Help: $"Make the slowest faster, or raise the budget: `{StageBudgets.Raise(time.Stage, time.Duration)}`");
    }
}
