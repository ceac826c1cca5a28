using System.Formats.Tar;
using System.IO.Compression;
using Slipway.Manifest;

namespace Slipway.Rehearsal.Users;

/// <summary>The archive for this machine, and the programs in it.</summary>
internal static class Unpacked
{
    public static async Task<IReadOnlyList<UserCheck>> CheckAsync(Asset archive, ReleaseManifest manifest, string downloads, string folder, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await UnpackAsync(Path.Combine(downloads, archive.Name), folder, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return [new UserCheck(archive.Name, false, $"It cannot be unpacked: {exception.Message}", "Run Package and what follows.")];
        }

        var root = Path.Combine(folder, archive.Name[..^(archive.Name.EndsWith(".zip", StringComparison.Ordinal) ? ".zip" : ".tar.gz").Length]);
        if (!Directory.Exists(root))
            return [new UserCheck(archive.Name, false, "It has no folder of its name.", "Run Package and what follows.")];
        var programs = Directory.GetFiles(root).Where(IsProgram).Order(StringComparer.Ordinal).ToList();
        if (programs.Count == 0)
            return [new UserCheck(archive.Name, false, "It has no program that can be started.", "Run Package and what follows.")];
        var checks = new List<UserCheck>();
        foreach (var program in programs)
            checks.Add(await Started.CheckAsync($"{Path.GetFileName(program)} from {archive.Name}", program, manifest.ReleaseVersion, cancellationToken));
        return checks;
    }

    private static async Task UnpackAsync(string file, string folder, CancellationToken cancellationToken)
    {
        if (file.EndsWith(".zip", StringComparison.Ordinal))
        {
            await ZipFile.ExtractToDirectoryAsync(file, folder, cancellationToken);
            return;
        }

        await using var zipped = File.OpenRead(file);
        await using var plain = new GZipStream(zipped, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(plain, folder, overwriteFiles: false, cancellationToken);
    }

    private static bool IsProgram(string file) => OperatingSystem.IsWindows()
        ? file.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
        : (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;
}
