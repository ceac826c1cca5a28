namespace Slipway.Cargo.Testing;

/// <summary>The tests of one program that are to run.</summary>
/// <param name="Tests">Their names; empty for a harness of the project's own.</param>
/// <param name="IsFiltered">Whether the program has others, which are not to run.</param>
public sealed record PlannedTests(TestBinary Binary, TestHarness Harness, IReadOnlyList<string> Tests, bool IsFiltered);
