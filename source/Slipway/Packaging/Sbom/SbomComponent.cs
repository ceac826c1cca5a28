namespace Slipway.Packaging;

/// <summary>A crate in a program.</summary>
/// <param name="Id">Unique in the document: the package URL, which for crates of the workspace is as good as any.</param>
/// <param name="Licence">SPDX expression.</param>
internal sealed record SbomComponent(string Id, string Name, string Version, string? Licence, string? Repository, IReadOnlyList<string> Needs);
