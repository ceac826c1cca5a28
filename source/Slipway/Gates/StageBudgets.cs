using System.Globalization;

namespace Slipway.Gates;

/// <summary>How long the stages of a pipeline may take; more is a warning.</summary>
public sealed record StageBudgets
{
    private const string Option = "--stage-minutes";
    private const string TotalName = "total";

    public static StageBudgets Default { get; } = new();

    public TimeSpan Checks { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan Compile { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Test { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan Gates { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>All stages; less than all together where one has room to spare.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The budget of a stage as a limit in seconds; null is that of all.</summary>
    /// <param name="given">What the command line says, such as <c>checks=3</c>.</param>
    /// <exception cref="SlipwayException">What is given is no budget.</exception>
    public Threshold LimitOf(GateStage? stage, IEnumerable<string> given)
    {
        var all = given.Select(Parse).ToList();
        if (all.Where(budget => budget.Stage == stage).Select(budget => (double?)budget.Minutes).LastOrDefault() is { } minutes)
            return Threshold.AtMost(minutes * 60, Option);
        var own = Of(stage);
        return Threshold.AtMost(own.TotalSeconds, own == Default.Of(stage) ? "the default" : "the build class");
    }

    /// <summary>How a budget is raised to hold what a stage takes.</summary>
    internal static string Raise(GateStage? stage, TimeSpan taken) =>
        string.Create(CultureInfo.InvariantCulture, $"{Option} {Name(stage)}={Math.Ceiling(taken.TotalMinutes * 1.2):0}");

    private static string Name(GateStage? stage) => stage is null ? TotalName : stage.Value.ToString().ToLowerInvariant();

    private static (GateStage? Stage, double Minutes) Parse(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        foreach (var stage in new GateStage?[] { GateStage.Checks, GateStage.Compile, GateStage.Test, GateStage.Gates, null })
        {
            if (parts.Length == 2
                && string.Equals(parts[0], Name(stage), StringComparison.OrdinalIgnoreCase)
                && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes)
                && minutes > 0
                && double.IsFinite(minutes))
                return (stage, minutes);
        }

        throw new SlipwayException(
            ErrorKind.Configuration,
            $"{Option}: '{text}' is no budget.",
            "Write STAGE=MINUTES, where STAGE is checks, compile, test, gates or total, and MINUTES more than 0: checks=3.");
    }

    private TimeSpan Of(GateStage? stage) => stage switch
    {
        null => Total,
        GateStage.Checks => Checks,
        GateStage.Compile => Compile,
        GateStage.Test => Test,
        GateStage.Gates => Gates,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "It has no budget."),
    };
}
