using Slipway.Cargo.Binaries;

namespace Slipway.Base;

/// <summary>The programs of a base.</summary>
/// <param name="IsStored">Whether all of it was measured by an earlier run.</param>
public sealed record BaseMeasurement(BaseCommit Commit, IReadOnlyList<ProgramSize> Programs, bool IsStored);
