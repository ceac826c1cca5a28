using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.Releasing.Faults;

/// <summary>A part of a release, with servers of its own.</summary>
internal interface IDisturbed : IAsyncDisposable
{
    FaultPlan Faults { get; }

    IReadOnlyList<Call> Calls { get; }

    /// <summary>Makes it.</summary>
    /// <param name="disturbance">What goes wrong; null is nothing.</param>
    Task RunAsync(Disturbance? disturbance);

    /// <summary>Makes it again, with a person who does what the message asks for.</summary>
    Task RunAgainAsync(SlipwayException stopped);

    /// <summary>All that others can see.</summary>
    Task<string> StateAsync();
}
