using System.Buffers.Binary;
using System.IO.Compression;

namespace Slipway.Packaging;

/// <summary>Zip with Unix modes, whatever system writes it.</summary>
internal static class ZipPacker
{
    private const int RegularFile = 0x8000;
    private const int ProgramMode = RegularFile | 0x1ED;
    private const int FileMode = RegularFile | 0x1A4;

    // Source: APPNOTE.TXT 4.3.12 and 4.3.16.
    private const int EndSize = 22;
    private const int EndCount = 10;
    private const int EndStart = 16;
    private const int EntrySize = 46;
    private const int EntryMadeBy = 5;
    private const int EntryNameLength = 28;
    private const byte Unix = 3;

    public static async Task WriteAsync(Stream stream, string root, IReadOnlyList<ArchiveEntry> entries, DateTimeOffset time, CancellationToken cancellationToken)
    {
        // Times in zip archives are local, and even.
        var stamp = new DateTimeOffset(time.UtcDateTime.AddTicks(-(time.UtcTicks % TimeSpan.FromSeconds(2).Ticks)), TimeSpan.Zero);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                var packed = zip.CreateEntry($"{root}/{entry.Path}", CompressionLevel.SmallestSize);
                packed.LastWriteTime = stamp;
                packed.ExternalAttributes = (entry.IsProgram ? ProgramMode : FileMode) << 16;
                await using var content = File.OpenRead(entry.SourceFile);
                await using var target = await packed.OpenAsync(cancellationToken);
                await content.CopyToAsync(target, cancellationToken);
            }
        }

        await SayUnixAsync(stream, cancellationToken);
    }

    // The library says the system that it runs on, and without Unix the modes mean nothing.
    private static async Task SayUnixAsync(Stream stream, CancellationToken cancellationToken)
    {
        var end = new byte[EndSize];
        stream.Position = stream.Length - EndSize;
        await stream.ReadExactlyAsync(end, cancellationToken);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(EndCount));
        long place = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(EndStart));
        var entry = new byte[EntrySize];
        for (var i = 0; i < count; i++)
        {
            stream.Position = place;
            await stream.ReadExactlyAsync(entry, cancellationToken);
            stream.Position = place + EntryMadeBy;
            stream.WriteByte(Unix);
            var lengths = entry.AsSpan(EntryNameLength);
            place += EntrySize
                + BinaryPrimitives.ReadUInt16LittleEndian(lengths)
                + BinaryPrimitives.ReadUInt16LittleEndian(lengths[2..])
                + BinaryPrimitives.ReadUInt16LittleEndian(lengths[4..]);
        }

        stream.Position = stream.Length;
    }
}
