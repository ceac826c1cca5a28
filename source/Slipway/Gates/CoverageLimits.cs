using Slipway.Coverage;

namespace Slipway.Gates;

/// <summary>How much of the code tests must execute.</summary>
/// <param name="Lines">Percent of all lines.</param>
/// <param name="Safety">Percent of lines, regions and functions of the safety module.</param>
/// <param name="Patch">Percent of the changed lines.</param>
/// <param name="Drop">How many points less than at the base there may be.</param>
public sealed record CoverageLimits(Threshold Lines, Threshold Safety, Threshold Patch, Threshold Drop)
{
    public const double DefaultLines = 80;
    public const double DefaultSafety = 100;
    public const double DefaultPatch = 80;
    public const double DefaultDrop = 1;

    private const string Origin = "the default";

    /// <summary>Where the safety module is when nothing else is said; first, because the default has it.</summary>
    public static IReadOnlyList<string> DefaultSafetyFiles { get; } = ["src/safety/**", "src/safety.rs"];

    public static CoverageLimits Default { get; } = new(
        Threshold.AtLeast(DefaultLines, Origin),
        Threshold.AtLeast(DefaultSafety, Origin),
        Threshold.AtLeast(DefaultPatch, Origin),
        Threshold.AtMost(DefaultDrop, Origin));

    /// <summary>The files of the safety module.</summary>
    public IReadOnlyList<string> SafetyFiles { get; init; } = DefaultSafetyFiles;

    /// <summary>Of fewer changed lines a percentage says nothing.</summary>
    public int FewestPatchLines { get; init; } = 5;

    // The default's may be missing; what somebody has named may not.
    internal bool MustHaveSafetyFiles => !SafetyFiles.SequenceEqual(DefaultSafetyFiles, StringComparer.Ordinal) && SafetyFiles.Count > 0;

    internal bool IsSafety(FileCoverage file) => SafetyFiles.Any(pattern => new PathGlob(pattern).Matches(file.Path));
}
