namespace Slipway.Cargo.Testing;

/// <summary>What one attempt at a test came to, and on what.</summary>
/// <param name="Suite">Such as <c>unit</c>.</param>
/// <param name="Group">The test program, or what stands for it.</param>
/// <param name="Tree">The content of the workspace; the same tree is the same code, whatever the commit.</param>
/// <param name="Toolchain">What rustc says of itself.</param>
/// <param name="System">The system and its architecture, such as <c>linux-x64</c>.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Recorded">Kept to the millisecond.</param>
public sealed record TestOutcomeRecord(
    string Suite,
    string Package,
    string Group,
    string Test,
    string Tree,
    string Toolchain,
    string System,
    int Attempt,
    TestOutcome Outcome,
    TimeSpan? Duration,
    DateTimeOffset Recorded);
