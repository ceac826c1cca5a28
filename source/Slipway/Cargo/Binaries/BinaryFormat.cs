namespace Slipway.Cargo.Binaries;

public enum BinaryFormat
{
    /// <summary>Any other, such as WebAssembly; such a file has a size and no sections.</summary>
    Unknown,
    Elf,
    MachO,
    Pe,
}
