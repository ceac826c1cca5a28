namespace Slipway.Cargo.Binaries;

/// <summary>A part of a program, and how many bytes of the file it takes.</summary>
public sealed record BinarySection(string Name, long Size);
