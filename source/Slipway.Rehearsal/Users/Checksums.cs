using System.Security.Cryptography;
using Slipway.Manifest;
using Slipway.Packaging;
using Slipway.Processes;

namespace Slipway.Rehearsal.Users;

/// <summary>What <c>SHA256SUMS</c> says of what was downloaded.</summary>
internal static class Checksums
{
    private const string Name = "checksums";
    private const string Fix = "The files are not those that were summed: run Package and what follows, under a new version when the release is public.";

    public static async Task<UserCheck> CheckAsync(ReleaseManifest manifest, string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckFileAsync(manifest, folder, cancellationToken);
        }
        catch (SlipwayException exception)
        {
            // A file that is none of checksums is bad, and the other checks still tell something.
            return new UserCheck(Name, false, exception.Message, exception.Hint);
        }
    }

    private static async Task<UserCheck> CheckFileAsync(ReleaseManifest manifest, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, ChecksumFile.Name);
        if (!File.Exists(path))
            return new UserCheck(Name, false, $"The release has no {ChecksumFile.Name}.", "Run Checksum and what follows.");
        var unlisted = await FindUnlistedAsync(manifest, path, cancellationToken);
        if (unlisted.Count > 0)
            return new UserCheck(Name, false, $"{ChecksumFile.Name} does not list {string.Join(", ", unlisted)}.", "Run Checksum and what follows.");
        if (Executables.Find("sha256sum") is not { } program)
            return await SumAsync(path, folder, cancellationToken);
        var output = await new ToolCommand(program).WithArguments("--check", "--strict", ChecksumFile.Name)
            .WithWorkingDirectory(folder).WithEnvironment("LC_ALL", "C").WithTimeLimit(TimeSpan.FromMinutes(5)).ReadAsync(cancellationToken);
        var lines = output.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return output.Result.Succeeded
            ? new UserCheck(Name, true, $"sha256sum --check: {lines.Length} files OK")
            : new UserCheck(Name, false, $"sha256sum --check: {string.Join(", ", lines.Where(line => !line.EndsWith(": OK", StringComparison.Ordinal)).DefaultIfEmpty(output.Error.Trim()))}.", Fix);
    }

    // Of archives and lists of crates; sums and signatures are not in the sums.
    private static async Task<List<string>> FindUnlistedAsync(ReleaseManifest manifest, string path, CancellationToken cancellationToken)
    {
        var digests = ChecksumFile.Read(await File.ReadAllTextAsync(path, cancellationToken), path);
        return [.. manifest.Assets.Where(asset => asset.Kind is AssetKind.Archive or AssetKind.Sbom && !digests.ContainsKey(asset.Name)).Select(asset => asset.Name)];
    }

    private static async Task<UserCheck> SumAsync(string path, string folder, CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        var digests = ChecksumFile.Read(await File.ReadAllTextAsync(path, cancellationToken), path);
        foreach (var (name, digest) in digests)
        {
            await using var stream = File.OpenRead(Path.Combine(folder, name));
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != digest)
                wrong.Add(name);
        }

        return wrong.Count == 0
            ? new UserCheck(Name, true, $"{digests.Count} files are as {ChecksumFile.Name} says; summed here, as there is no sha256sum")
            : new UserCheck(Name, false, $"Not as {ChecksumFile.Name} says: {string.Join(", ", wrong)}.", Fix);
    }
}
