namespace Slipway.Cargo.Binaries;

/// <summary>The load commands of macOS and its relatives.</summary>
internal static class MachOSections
{
    // Far above what linkers write; a file that claims more is damaged.
    private const uint LargestList = 16_000_000;

    private const uint Segment32 = 0x01;
    private const uint Segment64 = 0x19;
    private const int CommandHeader = 8;
    private const int NameLength = 16;

    public static IEnumerable<BinarySection> Read(BinaryBytes bytes)
    {
        bytes.IsBigEndian = bytes.U32(0) is 0xCEFAEDFE or 0xCFFAEDFE;
        var command = bytes.U32(0) == 0xFEEDFACF ? 32L : 28L;
        var count = bytes.U32(16);
        if (bytes.U32(20) is var list && list > LargestList)
            throw bytes.Damaged($"it claims to have {list} bytes of load commands");
        var end = bytes.Part((ulong)command, list, "the list of load commands") + list;
        for (var index = 0u; index < count; index++)
        {
            var size = bytes.U32(command + 4);
            if (size < CommandHeader || size > end - command)
                throw bytes.Damaged($"a load command has {size} bytes");
            foreach (var section in bytes.U32(command) switch
            {
                Segment32 => Segment(bytes, command, size, Layout.Of32Bits),
                Segment64 => Segment(bytes, command, size, Layout.Of64Bits),
                _ => [],
            })
                yield return section;
            command += size;
        }
    }

    private static IEnumerable<BinarySection> Segment(BinaryBytes bytes, long command, uint size, Layout layout)
    {
        var count = bytes.U32(command + layout.Count);
        if (layout.Header + ((long)count * layout.Entry) > size)
            throw bytes.Damaged($"a segment claims to have {count} sections");
        var segment = bytes.Text(command + CommandHeader, NameLength);

        // Symbols and signatures have a segment without sections.
        if (count == 0)
        {
            var fileSize = layout.Word(bytes, command + layout.FileSize);
            bytes.Part(layout.Word(bytes, command + layout.FileOffset), fileSize, "a segment");
            yield return new BinarySection(segment, (long)fileSize);
        }

        for (var entry = command + layout.Header; entry < command + layout.Header + (count * layout.Entry); entry += layout.Entry)
        {
            if (IsZeroFilled(bytes.U32(entry + layout.Flags)))
                continue;
            var length = layout.Word(bytes, entry + layout.Size);
            bytes.Part(bytes.U32(entry + layout.Offset), length, "a section");
            yield return new BinarySection($"{segment},{bytes.Text(entry, NameLength)}", (long)length);
        }
    }

    private static bool IsZeroFilled(uint flags) => (flags & 0xFF) is 0x01 or 0x0C or 0x12;

    /// <summary>Where the numbers stand.</summary>
    private sealed record Layout(
        bool IsWide,
        int FileOffset,
        int FileSize,
        int Count,
        int Header,
        int Entry,
        int Size,
        int Offset,
        int Flags)
    {
        public static Layout Of32Bits { get; } = new(false, 32, 36, 48, 56, 68, 36, 40, 56);

        public static Layout Of64Bits { get; } = new(true, 40, 48, 64, 72, 80, 40, 48, 64);

        public ulong Word(BinaryBytes bytes, long offset) => IsWide ? bytes.U64(offset) : bytes.U32(offset);
    }
}
