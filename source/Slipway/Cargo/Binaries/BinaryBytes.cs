using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Slipway.Cargo.Binaries;

/// <summary>
/// The numbers and names in a file. It is never read as a whole, and a place beyond its end is one clear error: what a
/// header says of the rest may be wrong.
/// </summary>
internal sealed class BinaryBytes(Stream stream, string name)
{
    private const int LongestName = 255;

    public long Length { get; } = stream.Length;

    public bool IsBigEndian { get; set; }

    public byte U8(long offset) => Read(offset, stackalloc byte[sizeof(byte)], "a header")[0];

    public ushort U16(long offset)
    {
        var bytes = Read(offset, stackalloc byte[sizeof(ushort)], "a header");
        return IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    public uint U32(long offset)
    {
        var bytes = Read(offset, stackalloc byte[sizeof(uint)], "a header");
        return IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    public ulong U64(long offset)
    {
        var bytes = Read(offset, stackalloc byte[sizeof(ulong)], "a header");
        return IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>A name that ends at a zero, or at the latest after so many bytes.</summary>
    public string Text(long offset, int longest = LongestName)
    {
        var count = (int)Math.Clamp(Length - offset, 0, longest);
        var bytes = Read(offset, (stackalloc byte[LongestName])[..count], "a name");
        var end = bytes.IndexOf((byte)0);
        if (end < 0 && count < longest)
            throw Damaged("a name lies beyond its end");
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    /// <summary>The place of a part of the file, when the file has it all.</summary>
    public long Part(ulong offset, ulong size, string what) =>
        offset <= (ulong)Length && size <= (ulong)Length - offset ? (long)offset : throw Damaged($"{what} lies beyond its end");

    public SlipwayException Damaged(string how) => new(
        ErrorKind.Verdict,
        string.Create(CultureInfo.InvariantCulture, $"The program {name} is damaged ({Length} bytes): {how}."),
        "Remove it and build again; a full disk or a killed linker leaves such files.");

    private Span<byte> Read(long offset, Span<byte> bytes, string what)
    {
        if (offset < 0 || offset > Length - bytes.Length)
            throw Damaged($"{what} lies beyond its end");
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }
}
