using System.Collections.Immutable;
using Slipway.Manifest;
using Slipway.Packaging;

namespace Slipway.Rehearsal.Users;

/// <summary>Somebody who installs what was released, with the programs that users have: nothing here looks at the release's own files.</summary>
/// <param name="downloads">Where the files of the release are public; ends with a slash.</param>
/// <param name="cargo">The environment in which the registry of the rehearsal is crates.io.</param>
/// <param name="triple">Of this machine.</param>
/// <param name="folder">Where the user works; it is emptied first.</param>
public sealed class User(ReleaseManifest manifest, Uri downloads, IReadOnlyDictionary<string, string> cargo, GpgKey key, string triple, string folder)
{
    /// <summary>All that a user may do, in turn; what is bad does not end it.</summary>
    public async Task<ImmutableArray<UserCheck>> TryAsync(CancellationToken cancellationToken = default)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var files = Directory.CreateDirectory(Path.Combine(folder, "downloads")).FullName;
        var checks = ImmutableArray.CreateBuilder<UserCheck>();
        checks.Add(await Downloads.GetAsync(manifest, downloads, files, cancellationToken));
        checks.Add(await Checksums.CheckAsync(manifest, files, cancellationToken));
        checks.Add(await Signature.CheckAsync(key, files, cancellationToken));
        foreach (var archive in manifest.Assets.Where(asset => asset.Kind == AssetKind.Archive && asset.Target == triple))
            checks.AddRange(await Unpacked.CheckAsync(archive, manifest, files, Path.Combine(folder, "unpacked"), cancellationToken));
        if (!manifest.Assets.Any(asset => asset.Kind == AssetKind.Archive && asset.Target == triple))
            checks.Add(new UserCheck("archive", false, $"The release has no archive for {triple}, so that nobody can try it on this machine.", $"Pack one: --rust-target {triple}"));
        if (manifest.Crates.Any(crate => crate.Name == manifest.Name))
            checks.AddRange(await Installation.CheckAsync(manifest, cargo, folder, cancellationToken));
        return checks.ToImmutable();
    }
}
