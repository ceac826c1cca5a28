using System.Collections.Immutable;
using System.Globalization;

namespace Slipway.Rehearsal.Faults;

/// <summary>Everything that is to go wrong; counts the requests.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<Counter> _counters = [];

    /// <exception cref="SlipwayException">A fault makes no sense.</exception>
    public FaultPlan(params IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
            Add(fault);
    }

    /// <summary>The plan in a JSON file.</summary>
    /// <exception cref="SlipwayException">The file is no plan.</exception>
    public static FaultPlan Read(string file) => FaultFile.Read(file);

    /// <summary>Adds one; it counts from now on.</summary>
    public FaultPlan Add(Fault fault)
    {
        if (fault.Mistake is { } mistake)
            throw new SlipwayException(ErrorKind.Configuration, $"The fault of {fault.Method} {fault.Path} {mistake}.");
        lock (_lock)
            _counters.Add(new Counter(fault, new PathPattern(fault.Path)));
        return this;
    }

    /// <summary>The faults that have met fewer requests than they were to.</summary>
    public ImmutableArray<Fault> Pending
    {
        get
        {
            lock (_lock)
                return [.. _counters.Where(counter => counter.Seen < counter.Fault.Occurrence + counter.Fault.Times - 1).Select(counter => counter.Fault)];
        }
    }

    /// <summary>The first fault that meets this request; every one that names it counts it.</summary>
    internal Fault? Next(string server, string method, string path)
    {
        lock (_lock)
        {
            Fault? found = null;
            foreach (var counter in _counters.Where(counter => counter.Names(server, method, path)))
            {
                counter.Seen++;
                if (counter.Seen >= counter.Fault.Occurrence && counter.Seen < counter.Fault.Occurrence + counter.Fault.Times)
                    found ??= counter.Fault;
            }

            return found;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_counters.Count} faults");

    private sealed class Counter(Fault fault, PathPattern path)
    {
        public Fault Fault { get; } = fault;

        public int Seen { get; set; }

        public bool Names(string server, string method, string text) =>
            (Fault.Method == "*" || string.Equals(Fault.Method, method, StringComparison.OrdinalIgnoreCase))
            && (Fault.Server is null || Fault.Server == server)
            && path.Matches(text);
    }
}
