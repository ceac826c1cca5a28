namespace Slipway.Cargo;

/// <summary>What a package says about itself to people.</summary>
public sealed record CargoPackageInfo(
    IReadOnlyList<string> Authors,
    string? Description,
    string? License,
    string? LicenseFile,
    string? Homepage,
    string? Repository,
    string? Readme,
    string? DefaultRun,
    BinstallMetadata? Binstall);
