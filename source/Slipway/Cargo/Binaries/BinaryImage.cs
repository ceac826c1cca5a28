using System.Globalization;

namespace Slipway.Cargo.Binaries;

/// <summary>A program's size, and what its section table says about where the bytes are.</summary>
/// <param name="Sections">Sorted by name; those that take no room in the file are left out.</param>
public sealed record BinaryImage(BinaryFormat Format, long Size, IReadOnlyList<BinarySection> Sections)
{
    /// <summary>Reads the headers of a program.</summary>
    /// <exception cref="SlipwayException">The file is damaged.</exception>
    public static BinaryImage Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return Read(stream, path);
    }

    internal static BinaryImage Read(Stream stream, string name)
    {
        var bytes = new BinaryBytes(stream, name);
        var format = FormatOf(bytes);
        var sections = format switch
        {
            BinaryFormat.Elf => ElfSections.Read(bytes),
            BinaryFormat.MachO => MachOSections.Read(bytes),
            BinaryFormat.Pe => PeSections.Read(bytes),
            _ => [],
        };
        return new BinaryImage(
            format,
            bytes.Length,
            [
                .. sections
                    .Where(section => section.Size > 0)
                    .GroupBy(section => section.Name, StringComparer.Ordinal)
                    .Select(same => new BinarySection(same.Key, same.Sum(section => section.Size)))
                    .OrderBy(section => section.Name, StringComparer.Ordinal),
            ]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Format}, {Size} bytes");

    private static BinaryFormat FormatOf(BinaryBytes bytes)
    {
        if (bytes.Length < sizeof(uint))
            return BinaryFormat.Unknown;
        return bytes.U32(0) switch
        {
            0x464C457F => BinaryFormat.Elf,
            0xFEEDFACE or 0xFEEDFACF or 0xCEFAEDFE or 0xCFFAEDFE => BinaryFormat.MachO,
            var start when (start & 0xFFFF) == 0x5A4D => BinaryFormat.Pe,
            _ => BinaryFormat.Unknown,
        };
    }
}
