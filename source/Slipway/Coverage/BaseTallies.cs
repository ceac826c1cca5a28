using Slipway.Base;

namespace Slipway.Coverage;

/// <summary>What the tests of a base execute of it.</summary>
/// <param name="IsStored">Whether it was measured by an earlier run.</param>
public sealed record BaseTallies(BaseCommit Commit, IReadOnlyList<FileTally> Files, bool IsStored)
{
    public Tally Lines { get; } = Tally.Sum(Files.Select(file => new Tally(file.Covered, file.Total)));
}
