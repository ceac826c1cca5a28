using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Hosting;

/// <summary>What every server is given.</summary>
internal sealed record ServerContext(TimeProvider Time, FaultPlan Faults, CallLog Log)
{
    /// <summary>0 takes any free one.</summary>
    public int Port { get; init; }
}
