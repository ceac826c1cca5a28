using System.Formats.Tar;
using System.IO.Compression;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Packaging;
using Slipway.Processes;

namespace Slipway.Components;

/// <summary>Does with a release what its users do: install it, download it, verify it, and run it.</summary>
internal sealed class UserChecks(ReleaseManifest manifest, ReleaseConnections to, string folder, string publicKey)
{
    private string Downloads => Path.Combine(folder, "downloads");

    /// <summary>Says what was done; all of it was good.</summary>
    /// <exception cref="SlipwayException">Something of it a user could not do.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyCollection<CargoPackage> programs, string host, CancellationToken cancellationToken)
    {
        var said = new List<string> { await DownloadAsync(cancellationToken), await VerifyAsync(cancellationToken) };
        foreach (var package in programs)
        {
            if (manifest.Assets.Any(x => x.Kind == AssetKind.Archive && x.Name == AssetName.Archive(package.Name, package.Version, host)))
                said.Add(await UnpackAsync(package, host, cancellationToken));
            if (manifest.Crates.Any(x => x.Name == package.Name))
                said.Add(await InstallAsync(package, cancellationToken));
        }

        return said;
    }

    private async Task<string> DownloadAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Downloads);
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        foreach (var asset in manifest.Assets)
        {
            var address = new Uri($"{to.GitHub.Server.AbsoluteUri.TrimEnd('/')}/{to.GitHub.Repository}/releases/download/{Uri.EscapeDataString(manifest.Tag)}/{asset.Name}");
            try
            {
                await using var content = await http.GetStreamAsync(address, cancellationToken);
                await AtomicFile.WriteAsync(Path.Combine(Downloads, asset.Name), (stream, token) => content.CopyToAsync(stream, token), cancellationToken);
            }
            catch (HttpRequestException exception)
            {
                throw Bad($"{asset.Name} cannot be downloaded from {address}: {(int?)exception.StatusCode}", exception);
            }
        }

        return $"{manifest.Assets.Count} files were downloaded";
    }

    private async Task<string> VerifyAsync(CancellationToken cancellationToken)
    {
        var sums = Path.Combine(Downloads, ChecksumFile.Name);
        var digests = ChecksumFile.Read(await File.ReadAllTextAsync(sums, cancellationToken), sums);
        foreach (var (name, digest) in digests)
        {
            var asset = await Asset.OfAsync(Path.Combine(Downloads, name), AssetKind.Archive, null, cancellationToken);
            if (asset.Sha256 != digest)
                throw Bad($"{name} is not what {ChecksumFile.Name} says");
        }

        return await GpgVerifier.VerifyAsync(publicKey, sums, cancellationToken)
            ? $"{digests.Count} checksums and their signature are good"
            : throw Bad($"the signature of {ChecksumFile.Name} is not good");
    }

    private async Task<string> UnpackAsync(CargoPackage package, string host, CancellationToken cancellationToken)
    {
        var name = AssetName.Archive(package.Name, package.Version, host);
        var place = Path.Combine(folder, "unpacked");
        Directory.CreateDirectory(place);
        await using (var archive = File.OpenRead(Path.Combine(Downloads, name)))
        {
            if (AssetName.IsWindows(host))
            {
                await ZipFile.ExtractToDirectoryAsync(archive, place, overwriteFiles: true, cancellationToken);
            }
            else
            {
                await using var gzip = new GZipStream(archive, CompressionMode.Decompress);
                await TarFile.ExtractToDirectoryAsync(gzip, place, overwriteFiles: true, cancellationToken);
            }
        }

        return await VersionAsync(package, Path.Combine(place, AssetName.Stem(package.Name, package.Version, host)), $"the program of {name}", cancellationToken);
    }

    private async Task<string> InstallAsync(CargoPackage package, CancellationToken cancellationToken)
    {
        var root = Path.Combine(folder, "installed");
        // Registry and token are named to this one command: the user's own cargo stays as it is.
        var output = await new ToolCommand(CargoExecutable.Find())
            .WithArguments(["install", package.Name, "--locked", "--version", package.Version, "--root", root, "--config", $"source.crates-io.replace-with=\"{ReleaseConnections.ToRehearsal}\""])
            .WithWorkingDirectory(folder)
            .WithEnvironment(to.Registry.Environment(null))
            .WithEnvironment("CARGO_HOME", Path.Combine(folder, "cargo"))
            .WithEnvironment("CARGO_TARGET_DIR", Path.Combine(folder, "target"))
            .ReadAsync(cancellationToken);
        return output.Result.Succeeded
            ? await VersionAsync(package, Path.Combine(root, "bin"), $"the program that cargo install {package.Name} gives", cancellationToken)
            : throw Bad($"cargo install {package.Name} fails: {output.Error.Split('\n').LastOrDefault(x => x.StartsWith("error", StringComparison.Ordinal)) ?? "without a word"}");
    }

    private static async Task<string> VersionAsync(CargoPackage package, string place, string what, CancellationToken cancellationToken)
    {
        foreach (var target in package.Binaries)
        {
            var program = Path.Combine(place, target.Name + (OperatingSystem.IsWindows() ? ".exe" : ""));
            if (!File.Exists(program))
                throw Bad($"{what} has no {target.Name}");
            var output = await new ToolCommand(program).WithArguments("--version").WithTimeLimit(TimeSpan.FromMinutes(1)).ReadAsync(cancellationToken);
            if (!output.Result.Succeeded || !output.Output.Contains(package.Version, StringComparison.Ordinal))
                throw Bad($"{target.Name} --version does not say {package.Version}");
        }

        return $"{what} runs";
    }

    private static SlipwayException Bad(string what, Exception? cause = null) =>
        new(ErrorKind.Verdict, $"What users do with the release fails: {what}.", "Mend it before the release is made for them.", cause: cause);
}
