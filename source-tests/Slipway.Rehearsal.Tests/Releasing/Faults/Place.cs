using System.Globalization;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.Releasing.Faults;

/// <summary>A request by its place among those of the same method and path.</summary>
internal sealed record Place(string Server, string Method, string Path, int Occurrence)
{
    public Fault Fault => new(Method, Path) { Server = Server, Occurrence = Occurrence };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Server} {Method} {Path} ({Occurrence})");

    /// <summary>Those of a run.</summary>
    public static IReadOnlyList<Place> Of(IEnumerable<Call> calls) =>
    [
        .. calls.Select(call => (call.Server, call.Method, Path: call.Path.Split('?')[0]))
            .GroupBy(call => call)
            .SelectMany(group => Enumerable.Range(1, group.Count()).Select(number => new Place(group.Key.Server, group.Key.Method, group.Key.Path, number))),
    ];
}

/// <param name="Kind">One of <see cref="FaultKinds.All"/>.</param>
internal sealed record Disturbance(string Kind, Place Place)
{
    public override string ToString() => $"{Kind} at {Place}";
}
