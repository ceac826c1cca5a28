namespace Slipway.Importing;

/// <summary>What a file of test results says nothing of.</summary>
/// <param name="Tree">The content of the code: a test that fails and passes on the same is flaky.</param>
/// <param name="Toolchain">What it was built with.</param>
/// <param name="System">Such as <c>linux-x64</c>.</param>
/// <param name="Recorded">When it was written; for results without a time of their own.</param>
public sealed record JUnitOrigin(string Package, string Tree, string Toolchain, string System, DateTimeOffset Recorded);
