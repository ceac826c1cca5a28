using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Coverage;

/// <summary>What is to be measured.</summary>
/// <param name="Test">How tests are compiled and run, with its workspace.</param>
/// <param name="Build">The same for the programs.</param>
/// <param name="Folder">Where builds and profiles are kept.</param>
public sealed record CoverageRequest(CargoCommand Test, CargoCommand Build, string Folder)
{
    /// <summary>An end-to-end test that is a script; it counts when the file is there.</summary>
    public string? Script { get; init; }

    public TestRunOptions Options { get; init; } = TestRunOptions.Default;

    /// <summary>Is told what cargo does.</summary>
    public Action<CargoEvent>? Sink { get; init; }

    /// <summary>Is told how tests end.</summary>
    public Action<TestGroup>? TestSink { get; init; }

    /// <summary>Taken while tests run: those of two commits may want the same port.</summary>
    internal SemaphoreSlim? Turn { get; init; }

    internal CargoWorkspace Workspace => Test.Workspace ?? throw new InvalidOperationException("The command has no workspace.");
}
