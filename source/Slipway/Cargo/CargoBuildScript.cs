namespace Slipway.Cargo;

/// <summary>What a build script asked for; cargo gives it to the tests of its package, too.</summary>
public sealed record CargoBuildScript(
    string PackageId,
    string OutFolder,
    IReadOnlyList<string> LibraryFolders,
    IReadOnlyList<KeyValuePair<string, string>> Environment);
