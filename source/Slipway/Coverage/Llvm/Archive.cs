using System.Globalization;
using System.Text;

namespace Slipway.Coverage.Llvm;

/// <summary>The object files in a Rust library, which is an ar archive: llvm-cov does not read the library itself.</summary>
internal static class Archive
{
    private const int HeaderLength = 60;
    private const int NameLength = 16;
    private const int SizeStart = 48;
    private const int SizeLength = 10;
    private const int MostNames = 64 * 1024 * 1024;

    private static readonly byte[] Magic = "!<arch>\n"u8.ToArray();

    /// <summary>Writes them into a folder, and says where.</summary>
    /// <exception cref="SlipwayException">It is no archive, or cut off.</exception>
    public static async Task<IReadOnlyList<string>> ExtractObjectsAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(archive);
            return await ExtractObjectsAsync(stream, folder, cancellationToken);
        }
        catch (Exception exception) when (exception is FormatException or EndOfStreamException or OverflowException)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"{archive} is not a whole library: {exception.Message}",
                "Remove it, so that cargo builds it again.",
                cause: exception);
        }
    }

    private static async Task<IReadOnlyList<string>> ExtractObjectsAsync(FileStream stream, string folder, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        await stream.ReadExactlyAsync(header.AsMemory(0, Magic.Length), cancellationToken);
        if (!header.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw new FormatException("it does not begin like an archive.");
        Directory.CreateDirectory(folder);
        var objects = new List<string>();
        var longNames = "";
        while (stream.Position < stream.Length)
        {
            await stream.ReadExactlyAsync(header, cancellationToken);
            var size = long.Parse(Encoding.ASCII.GetString(header, SizeStart, SizeLength).Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
            var end = checked(stream.Position + size);
            if (end > stream.Length)
                throw new EndOfStreamException("it is cut off.");
            var name = Encoding.UTF8.GetString(header, 0, NameLength).TrimEnd();
            if (name == "//")
                longNames = await ReadTextAsync(stream, size, cancellationToken);
            else if (name.StartsWith("#1/", StringComparison.Ordinal))
                name = (await ReadTextAsync(stream, int.Parse(name[3..], CultureInfo.InvariantCulture), cancellationToken)).TrimEnd('\0');
            else if (name.Length > 1 && name[0] == '/' && char.IsAsciiDigit(name[1]))
                name = LongName(longNames, int.Parse(name[1..], CultureInfo.InvariantCulture));
            if (name.TrimEnd('/').EndsWith(".o", StringComparison.Ordinal))
            {
                // Numbers keep names apart that the file system does not.
                var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{objects.Count}.o"));
                await CopyAsync(stream, path, end - stream.Position, cancellationToken);
                objects.Add(path);
            }

            stream.Position = end + (end & 1);
        }

        return objects;
    }

    private static string LongName(string names, int start)
    {
        if (start >= names.Length)
            throw new FormatException("a name is missing.");
        var end = names.IndexOf('\n', start);
        return (end < 0 ? names[start..] : names[start..end]).TrimEnd('/');
    }

    private static async Task<string> ReadTextAsync(FileStream stream, long size, CancellationToken cancellationToken)
    {
        if (size > Math.Min(MostNames, stream.Length - stream.Position))
            throw new FormatException("its names are too long.");
        var bytes = new byte[size];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return Encoding.UTF8.GetString(bytes);
    }

    private static async Task CopyAsync(FileStream stream, string path, long size, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        var buffer = new byte[81920];
        while (size > 0)
        {
            var part = buffer.AsMemory(0, (int)Math.Min(buffer.Length, size));
            await stream.ReadExactlyAsync(part, cancellationToken);
            await file.WriteAsync(part, cancellationToken);
            size -= part.Length;
        }
    }
}
