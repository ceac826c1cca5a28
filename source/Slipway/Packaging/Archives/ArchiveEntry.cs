namespace Slipway.Packaging;

/// <summary>A file that goes into an archive.</summary>
/// <param name="Path">Below the archive's root folder, with slashes.</param>
/// <param name="IsProgram">Whether it can be executed; nothing else of the file's mode is kept.</param>
public sealed record ArchiveEntry(string Path, string SourceFile, bool IsProgram = false);
