using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Slipway.Rehearsal.Crates;

/// <summary>The inside of a <c>.crate</c>.</summary>
internal static class Tarball
{
    /// <exception cref="RegistryException">It is no archive of this version.</exception>
    public static void Ensure(PublishRequest request)
    {
        var folder = $"{request.Name}-{request.Version}/";
        try
        {
            using var reader = Open(new MemoryStream(request.Crate));
            var hasManifest = false;
            while (reader.GetNextEntry() is { } entry)
            {
                if (!entry.Name.StartsWith(folder, StringComparison.Ordinal) || entry.Name.Split('/').Contains(".."))
                    throw RegistryException.Bad($"invalid path found: {entry.Name}");
                if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                    throw RegistryException.Bad($"unexpected symlink or hard link found: {entry.Name}");
                hasManifest |= entry.Name == folder + "Cargo.toml";
            }

            if (!hasManifest)
                throw RegistryException.Bad("uploaded tarball is missing a `Cargo.toml` manifest file");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or FormatException)
        {
            throw RegistryException.Bad("uploaded tarball is malformed or too large when decompressed");
        }
    }

    /// <summary>The manifest, or null when the file is no archive that has one.</summary>
    public static string? Manifest(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var reader = Open(stream);
            while (reader.GetNextEntry() is { } entry)
            {
                if (entry.Name.Split('/') is not [_, "Cargo.toml"] || entry.DataStream is not { } data)
                    continue;
                using var text = new StreamReader(data, Encoding.UTF8);
                return text.ReadToEnd();
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or FormatException)
        {
            // What is no archive has no manifest.
        }

        return null;
    }

    private static TarReader Open(Stream stream) => new(new GZipStream(stream, CompressionMode.Decompress));
}
