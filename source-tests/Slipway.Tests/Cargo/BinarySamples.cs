using System.Buffers.Binary;
using System.Text;

namespace Slipway.Tests.Cargo;

/// <summary>The smallest programs that have a section table, written by hand: linkers for them are seldom at hand.</summary>
internal static class BinarySamples
{
    private const int CodeSize = 16;

    public static byte[] Of(string name) => name switch
    {
        "elf64" => Elf(isWide: true, isBigEndian: false),
        "elf32" => Elf(isWide: false, isBigEndian: false),
        "macho64" => MachO(isWide: true),
        "macho32" => MachO(isWide: false),
        "pe" => Pe(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static byte[] Elf(bool isWide, bool isBigEndian)
    {
        const string Names = "\0.text\0.data\0.bss\0.shstrtab\0spare\0";
        var writer = new Writer(isWide, isBigEndian);
        var header = isWide ? 64 : 52;
        var table = header + CodeSize + 3 + Names.Length;
        writer.Text("\u007fELF").U8(isWide ? 2 : 1).U8(isBigEndian ? 2 : 1).U8(1).Zeros(9).U16(2).U16(62).U32(1);
        writer.Word(0).Word(0).Word(table).U32(0).U16(header).U16(0).U16(0).U16(isWide ? 64 : 40).U16(5).U16(4);
        writer.Zeros(CodeSize).Text("abc").Text(Names);
        Entry(0, 0, 0, 0);
        Entry(1, 1, header, CodeSize);
        Entry(7, 1, header + CodeSize, 3);
        Entry(13, 8, header, 1_000_000);
        Entry(18, 3, header + CodeSize + 3, Names.Length);
        return writer.ToArray();

        void Entry(int name, int type, int offset, int size) => writer
            .U32(name).U32(type).Word(0).Word(0).Word(offset).Word(size).U32(0).U32(0).Word(0).Word(0);
    }

    private static byte[] MachO(bool isWide)
    {
        var writer = new Writer(isWide, isBigEndian: false);
        var (header, segment, section) = isWide ? (32, 72, 80) : (28, 56, 68);
        var commands = (2 * segment) + (2 * section);
        var code = header + commands;
        writer.U32(isWide ? 0xFEEDFACF : 0xFEEDFACE).U32(7).U32(3).U32(2).U32(2).U32(commands).U32(0).Zeros(isWide ? 4 : 0);
        Segment("__TEXT", code, CodeSize, 2);
        Section("__text", "__TEXT", code, CodeSize, 0);
        Section("__bss", "__TEXT", 0, 1_000_000, 1);
        Segment("__LINKEDIT", code + CodeSize, 9, 0);
        return writer.Zeros(CodeSize).Text("signature").ToArray();

        void Segment(string name, int offset, int size, int sections) => writer
            .U32(isWide ? 0x19 : 1).U32(segment + (sections * section)).Text(name, 16).Word(0).Word(size).Word(offset).Word(size)
            .U32(5).U32(5).U32(sections).U32(0);

        void Section(string name, string owner, int offset, int size, int flags) => writer
            .Text(name, 16).Text(owner, 16).Word(0).Word(size).U32(offset).U32(0).U32(0).U32(0).U32(flags).Zeros(isWide ? 12 : 8);
    }

    private static byte[] Pe()
    {
        var writer = new Writer(isWide: false, isBigEndian: false);
        const int Header = 0x40;
        const int Code = Header + 24 + (3 * 40);
        const int Symbols = Code + CodeSize + 3;
        writer.Text("MZ").Zeros(0x3A).U32(Header).Text("PE\0\0").U16(0x8664).U16(3).U32(0).U32(Symbols).U32(0).U16(0).U16(0);
        Section(".text", CodeSize, Code);
        Section("/4", 3, Code + CodeSize);
        Section(".bss", 0, 0);
        return writer.Zeros(CodeSize).Text("abc").U32(16).Text(".debug_info\0").ToArray();

        void Section(string name, int size, int offset) => writer.Text(name, 8).U32(size).U32(0).U32(size).U32(offset).Zeros(16);
    }

    private sealed class Writer(bool isWide, bool isBigEndian)
    {
        private readonly List<byte> _bytes = [];

        public Writer U8(int value) => Add((byte)value);

        public Writer U16(int value) => Number((ulong)value, 2);

        public Writer U32(long value) => Number((ulong)value, 4);

        public Writer Word(long value) => Number((ulong)value, isWide ? 8 : 4);

        public Writer Zeros(int count) => Add(new byte[count]);

        public Writer Text(string text, int? length = null)
        {
            Add(Encoding.ASCII.GetBytes(text));
            return Zeros((length ?? text.Length) - text.Length);
        }

        public byte[] ToArray() => [.. _bytes];

        private Writer Number(ulong value, int size)
        {
            var bytes = new byte[8];
            if (isBigEndian)
                BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
            else
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
            return Add(isBigEndian ? bytes[^size..] : bytes[..size]);
        }

        private Writer Add(params byte[] bytes)
        {
            _bytes.AddRange(bytes);
            return this;
        }
    }
}
