namespace Slipway.Health;

/// <summary>One figure of health.</summary>
/// <param name="Value">In its unit; null when there is nothing to measure.</param>
/// <param name="Before">The same of the window before; null when there was nothing.</param>
/// <param name="Target">In the same unit; null for a figure that nobody is held to.</param>
/// <param name="Evidence">What it stands on, in a few words.</param>
public sealed record Figure(string Name, FigureUnit Unit, double? Value, double? Before, double? Target, FigureVerdict Verdict, string Evidence)
{
    /// <summary>Whether the value must stay below its target, instead of reaching it.</summary>
    public bool IsUpper { get; init; }

    /// <summary>The same, but judged only by as many runs as are needed.</summary>
    internal Figure WithEvidence(int runs, int needed) => Verdict is not (FigureVerdict.Met or FigureVerdict.Missed) || runs >= needed
        ? this
        : this with { Verdict = FigureVerdict.Unknown, Evidence = FormattableString.Invariant($"{Evidence}; {needed} are needed to judge") };
}

/// <summary>What a figure is counted in.</summary>
public enum FigureUnit
{
    /// <summary>0 to 1.</summary>
    Share,
    Seconds,
    PerWeek,
}

/// <summary>Whether a figure is as it should be.</summary>
public enum FigureVerdict
{
    /// <summary>Nobody is held to it.</summary>
    Told,
    Met,
    Missed,

    /// <summary>There is nothing to measure, or too little to judge, which is no success.</summary>
    Unknown,
}
