using Nuke.Common;
using Serilog;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Packaging;
using Slipway.Releasing;
using Slipway.Releasing.Crates;

namespace Slipway.Components;

/// <summary>Brings <c>Checksum</c>: <c>SHA256SUMS</c>, one <c>.sha256</c> beside each asset, and the manifest of the release.</summary>
public interface IChecksum : IHazRelease
{
    Target Checksum => _ => _
        .Description("Release: writes the checksums of all packages")
        .DependsOn<IPackage>(x => x.Package)
        .TryDependsOn<ISbom>(x => x.Sbom)
        .Consumes(((IPackage)this).Package)
        .Executes(() => this.ExplainAsync(async () =>
        {
            var token = Interruption.Token;
            var assets = await FindAssetsAsync(token);
            foreach (var asset in assets)
                await AtomicFile.WriteTextAsync(ReleaseDirectory / (asset.Name + ChecksumFile.Extension), ChecksumFile.Write([asset]), token);
            await AtomicFile.WriteTextAsync(ReleaseDirectory / ChecksumFile.Name, ChecksumFile.Write(assets), token);
            await WriteManifestAsync(await PackCratesAsync(token), token);
            Log.Information("{Name:l} has {Count} digests", ChecksumFile.Name, assets.Count);
        }));

    /// <summary>Writes the manifest of what is in the release's folder, and refuses what does not belong there.</summary>
    internal sealed async Task<ReleaseManifest> WriteManifestAsync(IReadOnlyList<ReleaseCrate> crates, CancellationToken token)
    {
        var assets = new List<Asset>();
        foreach (var file in ReleaseFolder.Assets(ReleaseDirectory))
            assets.Add(await AssetOfAsync(file, token));
        var manifest = await DescribeAsync([.. assets.OrderBy(x => x.Name, StringComparer.Ordinal)], crates, await ReadNotesAsync(token), token);
        await AtomicFile.WriteTextAsync(ReleaseDirectory / ReleaseManifest.FileName, manifest.ToJson(), token);
        return manifest;
    }

    /// <summary>What the sources say of the release.</summary>
    internal sealed async Task<ReleaseManifest> DescribeAsync(IReadOnlyList<Asset> assets, IReadOnlyList<ReleaseCrate> crates, string notes, CancellationToken token)
    {
        var subject = ReleaseSubject;
        var repository = await RepositoryReader.ReadAsync(CargoWorkspace.RootFolder, subject.Tag.Name, token);
        return new ReleaseManifest(
            ReleaseManifest.CurrentVersion,
            subject.Main.Name,
            subject.Tag.Version.ToString(),
            subject.Tag.Name,
            repository.Head,
            subject.Tag.IsPrerelease,
            notes,
            assets,
            crates);
    }

    // What goes to the registry is known, and known to build, before anything goes anywhere.
    private async Task<IReadOnlyList<ReleaseCrate>> PackCratesAsync(CancellationToken token)
    {
        var packages = ReleaseSubject.Crates.ToList();
        if (packages.Count == 0)
            return [];
        var to = await ConnectAsync();
        var crates = await CratePacker.PackAsync(CargoWorkspace, packages, to.Registry, CratesDirectory, to.AllowDirty, token);
        foreach (var crate in crates)
            Log.Information("{Name:l}-{Version:l}.crate: sha256 {Digest:l}", crate.Name, crate.Version, crate.Sha256);
        return crates;
    }

    private async Task<IReadOnlyList<Asset>> FindAssetsAsync(CancellationToken token)
    {
        var assets = new List<Asset>();
        foreach (var file in ReleaseFolder.Assets(ReleaseDirectory).Where(x => KindOf(Path.GetFileName(x)) is AssetKind.Archive or AssetKind.Sbom))
            assets.Add(await AssetOfAsync(file, token));
        var missing = GetExpectedArchives().Except(assets.Select(x => x.Name)).ToList();
        if (missing.Count == 0)
            return assets;
        // A workflow that is rehearsed has no machine for some of its legs.
        if (assets.Exists(x => x.Kind == AssetKind.Archive) && (await ConnectAsync()).Registry.IsStandIn)
        {
            Log.Warning("Rehearsed without {Archives:l}, which nothing here has packed", string.Join(", ", missing));
            return assets;
        }

        throw new SlipwayException(
            ErrorKind.Verdict,
            $"The release lacks {string.Join(", ", missing)}.",
            "See why Package did not make them, and run it again.");
    }

    private Task<Asset> AssetOfAsync(string file, CancellationToken token) =>
        Asset.OfAsync(file, KindOf(Path.GetFileName(file)), TripleOf(Path.GetFileName(file)), token);

    // The legs of the job that packs; on a desk, what was packed here.
    private IEnumerable<string> GetExpectedArchives()
    {
        var packed = PipelineState.Of(this).ReleasePrograms.Keys;
        IEnumerable<string> triples = packed.Count > 0 ? packed : ArchiveTargets;
        return ReleaseSubject.Programs.SelectMany(package => triples.Select(triple => AssetName.Archive(package.Name, package.Version, triple)));
    }

    private string? TripleOf(string name) => ReleaseSubject.Programs
        .Select(x => $"{x.Name}-{x.Version}-")
        .Where(x => name.StartsWith(x, StringComparison.Ordinal))
        .Select(x => name[x.Length..].Replace(ChecksumFile.Extension, "", StringComparison.Ordinal).Replace(".tar.gz", "", StringComparison.Ordinal).Replace(".zip", "", StringComparison.Ordinal))
        .FirstOrDefault();

    private static AssetKind KindOf(string name) => name switch
    {
        ChecksumFile.Name => AssetKind.Checksums,
        _ when name.EndsWith(ChecksumFile.Extension, StringComparison.Ordinal) => AssetKind.Checksum,
        _ when name.EndsWith(GpgSigner.Extension, StringComparison.Ordinal) => AssetKind.Signature,
        _ when name.EndsWith(".cdx.json", StringComparison.Ordinal) => AssetKind.Sbom,
        _ when name.EndsWith(".tar.gz", StringComparison.Ordinal) || name.EndsWith(".zip", StringComparison.Ordinal) => AssetKind.Archive,
        _ => throw new SlipwayException(ErrorKind.Verdict, $"{name} is in the release's folder, and is nothing that a release has.", "Take it out."),
    };
}
