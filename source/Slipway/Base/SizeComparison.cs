using Slipway.Cargo.Binaries;

namespace Slipway.Base;

/// <summary>The programs of a change, and those of the commit that it is compared with.</summary>
public sealed record SizeComparison(
    BaseCommit Commit,
    IReadOnlyList<ProgramSize> Before,
    IReadOnlyList<ProgramSize> After,
    TimeSpan Duration)
{
    /// <summary>The same program at the base: of one name, for one triple.</summary>
    public ProgramSize? BaseOf(ProgramSize program) => Before.FirstOrDefault(before => IsSame(before, program));

    /// <summary>The programs that are no more.</summary>
    public IEnumerable<ProgramSize> Gone => Before.Where(before => !After.Any(after => IsSame(before, after)));

    private static bool IsSame(ProgramSize one, ProgramSize other) =>
        string.Equals(one.Name, other.Name, StringComparison.Ordinal) && string.Equals(one.Triple, other.Triple, StringComparison.Ordinal);
}
