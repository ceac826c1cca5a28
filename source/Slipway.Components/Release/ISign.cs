using Nuke.Common;
using Serilog;
using Slipway.Manifest;
using Slipway.Packaging;

namespace Slipway.Components;

/// <summary>Brings <c>Sign</c>: an OpenPGP signature of the checksums, which are those of everything else.</summary>
public interface ISign : IChecksum
{
    [Parameter("OpenPGP key that signs the checksums")]
    [Secret]
    string GpgKey => TryGetValue(() => GpgKey) ?? FindRehearsalKey()?.Text!;

    [Parameter("Passphrase of the OpenPGP key; any word when it has none")]
    [Secret]
    string GpgPassphrase => TryGetValue(() => GpgPassphrase) ?? FindRehearsalKey()?.Passphrase!;

    Target Sign => _ => _
        .Description("Release: signs the checksums")
        .DependsOn<IChecksum>(x => x.Checksum)
        .Requires(() => GpgKey)
        .Requires(() => GpgPassphrase)
        .Executes(() => this.ExplainAsync(async () =>
        {
            var token = Interruption.Token;
            var fingerprint = await new GpgSigner(new GpgKey(GpgKey, GpgPassphrase)).SignAsync(ReleaseDirectory / ChecksumFile.Name, await GetReleaseTimeAsync(token), token);
            var manifest = await WriteManifestAsync((await ReleaseManifest.GetAsync(ReleaseDirectory, token)).Crates, token);
            var digests = ChecksumFile.Read(await File.ReadAllTextAsync(ReleaseDirectory / ChecksumFile.Name, token), ReleaseDirectory / ChecksumFile.Name);
            var files = ReleaseFolder.Assets(ReleaseDirectory).Select(x => Path.GetFileName(x)).ToList();
            var problems = ClosedWorld.Check(manifest.Assets, files, digests, mustSign: true);
            Assert.True(problems.Count == 0, $"the release is not whole:\n  {string.Join("\n  ", problems)}");
            Log.Information("{Name:l} is signed by {Fingerprint:l}; {Count} files belong to the release", ChecksumFile.Name, fingerprint, manifest.Assets.Count);
        }));

    // A rehearsal needs nobody's key.
    private GpgKey? FindRehearsalKey() => IsRehearsal && TryGetValue(() => GpgKey) is null
        ? Rehearsing.KeyAsync(RehearsalDirectory, CargoWorkspace, Interruption.Token).GetAwaiter().GetResult()
        : null;
}
