namespace Slipway.Cargo;

/// <summary>Something that cargo compiled, or found fresh.</summary>
/// <param name="Executable">The program, when it is one.</param>
/// <param name="IsTest">Whether it was compiled as a test.</param>
/// <param name="IsFresh">Whether it was there already.</param>
public sealed record CargoArtifact(
    string PackageId,
    string Package,
    CargoTarget Target,
    string? Executable,
    IReadOnlyList<string> Files,
    bool IsTest,
    bool IsFresh);
