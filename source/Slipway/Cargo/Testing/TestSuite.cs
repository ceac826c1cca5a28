namespace Slipway.Cargo.Testing;

/// <summary>Which of the compiled tests belong together.</summary>
public sealed record TestSuite(string Name)
{
    /// <summary>Tests inside libraries and programs.</summary>
    public static TestSuite Unit { get; } = new("unit")
    {
        Kinds = [CargoTargetKind.Library, CargoTargetKind.ProcMacro, CargoTargetKind.Binary, CargoTargetKind.Example],
    };

    /// <summary>The files of <c>tests/</c>.</summary>
    public static TestSuite Integration { get; } = new("integration") { Kinds = [CargoTargetKind.Test] };

    /// <summary>Every compiled test.</summary>
    public static TestSuite All { get; } = new("all") { Kinds = [.. Unit.Kinds, .. Integration.Kinds] };

    /// <summary>Targets that belong as a whole.</summary>
    public IReadOnlyList<CargoTargetKind> Kinds { get; private init; } = [];

    /// <summary>Test targets that belong by their name.</summary>
    public IReadOnlyList<string> Targets { get; private init; } = [];

    /// <summary>Test targets that belong to another suite.</summary>
    public IReadOnlyList<string> OtherTargets { get; private init; } = [];

    /// <summary>Modules of libraries and programs whose tests belong.</summary>
    public IReadOnlyList<string> Modules { get; private init; } = [];

    /// <summary>Whether it is a failure to find no test.</summary>
    public bool IsExpected { get; private init; } = true;

    /// <summary>A test target and the tests inside a module, which may be run by other suites, too.</summary>
    public static TestSuite Safety(string target = "safety_tests", string? module = "safety") => new("safety")
    {
        Targets = [target],
        Modules = module is null ? [] : [module],
    };

    /// <summary>A test target that runs the program from outside.</summary>
    public static TestSuite EndToEnd(string target = "e2e") => new("end-to-end") { Targets = [target] };

    public TestSuite WithoutTargets(params IEnumerable<string> names) => this with { OtherTargets = [.. names] };

    public TestSuite WithExpected(bool expected) => this with { IsExpected = expected };

    internal bool HasAllOf(CargoTarget target) =>
        target.Kind == CargoTargetKind.Test && Targets.Contains(target.Name, StringComparer.Ordinal)
        || Kinds.Contains(target.Kind)
        && !(target.Kind == CargoTargetKind.Test && OtherTargets.Contains(target.Name, StringComparer.Ordinal));

    internal bool HasSomeOf(CargoTarget target) =>
        Modules.Count > 0
        && target.Kind is CargoTargetKind.Library or CargoTargetKind.ProcMacro or CargoTargetKind.Binary;

    internal bool HasTest(string test) =>
        Modules.Any(module => test.StartsWith(module + "::", StringComparison.Ordinal));
}
