namespace Slipway.Cargo.Binaries;

/// <summary>The section table of Linux, the BSDs and most others.</summary>
internal static class ElfSections
{
    // Far above what linkers write; a file that claims more is damaged, and would be read for minutes.
    private const ulong MostSections = 100_000;

    private const uint Unused = 0;
    private const uint WithoutBytes = 8;
    private const ushort CountElsewhere = 0xFFFF;

    public static IEnumerable<BinarySection> Read(BinaryBytes bytes)
    {
        bytes.IsBigEndian = bytes.U8(5) == 2;
        var layout = bytes.U8(4) switch
        {
            1 => Layout.Of32Bits,
            2 => Layout.Of64Bits,
            var other => throw bytes.Damaged($"its class {other} is neither 32 nor 64 bits"),
        };
        var table = layout.Word(bytes, layout.TableOffset);
        if (table == 0)
            return [];
        if (bytes.U16(layout.EntrySize) is var size && size < layout.SmallestEntry)
            throw bytes.Damaged($"its section headers have {size} bytes");
        bytes.Part(table, size, "the section table");

        // Numbers that are too large for the header stand in the first entry.
        ulong count = bytes.U16(layout.Count);
        if (count == 0)
            count = layout.Word(bytes, (long)table + layout.SizeInEntry);
        ulong names = bytes.U16(layout.NamesIndex);
        if (names == CountElsewhere)
            names = bytes.U32((long)table + layout.LinkInEntry);
        if (count > MostSections)
            throw bytes.Damaged($"it claims to have {count} sections");
        bytes.Part(table, count * size, "the section table");
        if (names >= count)
            throw bytes.Damaged("the section with the names does not exist");

        var nameTable = layout.Word(bytes, (long)(table + (names * size)) + layout.OffsetInEntry);
        return Enumerable.Range(0, (int)count)
            .Select(index => (long)table + ((long)index * size))
            .Where(entry => bytes.U32(entry + 4) is not (Unused or WithoutBytes))
            .Select(entry => Section(bytes, layout, entry, nameTable));
    }

    private static BinarySection Section(BinaryBytes bytes, Layout layout, long entry, ulong nameTable)
    {
        var size = layout.Word(bytes, entry + layout.SizeInEntry);
        bytes.Part(layout.Word(bytes, entry + layout.OffsetInEntry), size, "a section");
        var name = bytes.Part(nameTable, 1, "the table of names") + bytes.U32(entry);
        return new BinarySection(bytes.Text(name), (long)size);
    }

    /// <summary>Where the numbers stand.</summary>
    private sealed record Layout(
        bool IsWide,
        int TableOffset,
        int EntrySize,
        int Count,
        int NamesIndex,
        int SmallestEntry,
        int OffsetInEntry,
        int SizeInEntry,
        int LinkInEntry)
    {
        public static Layout Of32Bits { get; } = new(false, 0x20, 0x2E, 0x30, 0x32, 40, 16, 20, 24);

        public static Layout Of64Bits { get; } = new(true, 0x28, 0x3A, 0x3C, 0x3E, 64, 24, 32, 40);

        public ulong Word(BinaryBytes bytes, long offset) => IsWide ? bytes.U64(offset) : bytes.U32(offset);
    }
}
