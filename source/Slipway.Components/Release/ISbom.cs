using Nuke.Common;
using Serilog;
using Slipway.Manifest;
using Slipway.Packaging;

namespace Slipway.Components;

/// <summary>Brings <c>Sbom</c>: which crates are inside, in CycloneDX.</summary>
public interface ISbom : IHazRelease
{
    Target Sbom => _ => _
        .Description("Release: writes the list of all crates inside")
        .DependsOn<IPackage>(x => x.Package)
        .Executes(() => this.ExplainAsync(async () =>
        {
            var token = Interruption.Token;
            var time = await GetReleaseTimeAsync(token);
            foreach (var package in ReleaseSubject.Programs)
            {
                var path = ReleaseDirectory / AssetName.Checked($"{package.Name}-{package.Version}.cdx.json");
                await AtomicFile.WriteTextAsync(path, await CrateGraph.WriteBillAsync(CargoWorkspace, package, time, token), token);
                Log.Information("{Name:l} is written", path.Name);
            }
        }));
}
