namespace Slipway.Releasing.Crates;

/// <summary>A version as the index has it.</summary>
/// <param name="Checksum">SHA-256 of the <c>.crate</c> file, 64 hexadecimal digits in lower case.</param>
public sealed record IndexVersion(string Name, string Version, string Checksum, bool IsYanked);
