using Nuke.Common;
using Serilog;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Packaging;

namespace Slipway.Components;

/// <summary>Brings <c>Rehearse</c>: the whole release against servers on this machine, and then what its users do with it.</summary>
public interface IRehearse : IRelease
{
    Target Rehearse => _ => _
        .Description("Release: rehearses it, and does with it what its users do")
        .DependsOn<IRelease>(x => x.Announce)
        .Executes(() => this.ExplainAsync(async () =>
        {
            if (!IsRehearsal)
                throw new SlipwayException(ErrorKind.Configuration, "Rehearse is about a release that nobody sees.", "Leave out --forge github, or run Release.");
            var token = Interruption.Token;
            var path = ReleaseDirectory / ReleaseManifest.FileName;
            var manifest = ReleaseManifest.Read(await File.ReadAllTextAsync(path, token), path);
            var folder = TemporaryDirectory / "release" / "user";
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            var publicKey = await GpgVerifier.ExportPublicAsync(new GpgKey(GpgKey, GpgPassphrase), token);
            var checks = new UserChecks(manifest, await ConnectAsync(), folder, publicKey);
            foreach (var good in await checks.RunAsync([.. ReleaseSubject.Programs], await RustTargets.HostAsync(CargoWorkspace.RootFolder, token), token))
                Log.Information("{Good:l}", good);
        }));
}
