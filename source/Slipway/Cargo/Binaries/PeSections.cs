using System.Globalization;

namespace Slipway.Cargo.Binaries;

/// <summary>The section table of Windows.</summary>
internal static class PeSections
{
    private const uint Signature = 0x00004550;
    private const int HeaderSize = 24;
    private const int EntrySize = 40;
    private const int NameLength = 8;
    private const int SymbolSize = 18;

    public static IEnumerable<BinarySection> Read(BinaryBytes bytes)
    {
        long header = bytes.U32(0x3C);
        if (bytes.U32(header) != Signature)
            throw bytes.Damaged("it has no header of a Windows program");
        var count = bytes.U16(header + 6);
        var names = bytes.U32(header + 12) + ((long)bytes.U32(header + 16) * SymbolSize);
        var table = header + HeaderSize + bytes.U16(header + 20);
        bytes.Part((ulong)table, (ulong)count * EntrySize, "the section table");
        for (var entry = table; entry < table + (count * EntrySize); entry += EntrySize)
        {
            var size = bytes.U32(entry + 16);
            bytes.Part(bytes.U32(entry + 20), size, "a section");
            yield return new BinarySection(Name(bytes, entry, names), size);
        }
    }

    // MinGW writes names of more than eight letters as "/" and their place behind the symbols.
    private static string Name(BinaryBytes bytes, long entry, long names)
    {
        var name = bytes.Text(entry, NameLength);
        return name.StartsWith('/') && uint.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? bytes.Text(names + place)
            : name;
    }
}
