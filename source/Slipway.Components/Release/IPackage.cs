using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Packaging;
using Slipway.Releasing;

namespace Slipway.Components;

/// <summary>Brings <c>BuildBinaries</c> and <c>Package</c>: an archive for each package with programs and each target triple.</summary>
public interface IPackage : IHazRelease
{
    Target BuildBinaries => _ => _
        .Unlisted()
        .Description("Release: builds the programs of one target triple")
        .TryDependsOn<IPreflight>(x => x.Preflight)
        .Executes(() => this.ExplainAsync(async () =>
        {
            var token = Interruption.Token;
            var time = await GetReleaseTimeAsync(token);
            foreach (var triple in await GetTriplesAsync(token))
                PipelineState.Of(this).ReleasePrograms[triple] = await BuildAsync(triple, time, token);
        }));

    Target Package => _ => _
        .Description("Release: packs the programs of one target triple")
        .DependsOn<IPackage>(x => x.BuildBinaries)
        .TryDependsOn<ISignForMacOs>(x => x.SignForMacOs)
        .Produces(ReleaseFiles)
        .Executes(() => this.ExplainAsync(async () =>
        {
            var token = Interruption.Token;
            var time = await GetReleaseTimeAsync(token);
            // Files of an earlier release would be uploaded with those of this one; the journal of this one is still of use.
            foreach (var file in ReleaseFolder.Assets(ReleaseDirectory))
                File.Delete(file);
            foreach (var (triple, programs) in PipelineState.Of(this).ReleasePrograms.OrderBy(x => x.Key, StringComparer.Ordinal))
            {
                foreach (var package in programs.GroupBy(x => x.Package))
                    await PackAsync(package.Key, triple, package.Select(x => x.File), time, token);
            }
        }));

    /// <summary>How programs are built for a release.</summary>
    sealed CargoCommand ReleaseCommand => CargoCommand.Build
        .Apply(CargoSettingsBase).Apply(CargoSettings)
        .Apply(ReleaseSettingsBase).Apply(ReleaseSettings);

    sealed Configure<CargoCommand> ReleaseSettingsBase => _ => _.WithRelease();

    /// <summary>What the build class adds, such as features.</summary>
    Configure<CargoCommand> ReleaseSettings => _ => _;

    private async Task<IReadOnlyList<string>> GetTriplesAsync(CancellationToken token) =>
        RustTarget.Length > 0 ? RustTarget : [await RustTargets.HostAsync(CargoWorkspace.RootFolder, token)];

    private async Task<IReadOnlyList<(CargoPackage Package, string File)>> BuildAsync(string triple, DateTimeOffset time, CancellationToken token)
    {
        var packages = ReleaseSubject.Programs.ToList();
        if (packages.Count == 0)
            throw new SlipwayException(ErrorKind.Configuration, $"{ReleaseSubject.Main} has no program to pack.", "Leave Package out of the release of a library.", new SourceLocation(ReleaseSubject.Main.ManifestPath));
        var plan = BuildPlan.For(triple, await BuildFacts.InspectAsync(triple, CargoWorkspace.RootFolder, token));
        var command = plan.Apply(ReleaseCommand, triple)
            .WithPackages(packages.Select(x => x.Name))
            .WithEnvironment("SOURCE_DATE_EPOCH", time.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        Log.Information("{Triple:l} is built by {Means}: {Reason:l}", triple, plan.Means, plan.Reason);
        var run = await command.ExecuteAsync(PipelineLog.Write, token);
        run.EnsureStarted();
        Assert.True(run.Succeeded, $"the programs for {triple} do not build");

        // Signing changes files, and those of cargo are cargo's.
        var folder = TemporaryDirectory / "release" / triple;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var programs = new List<(CargoPackage, string)>();
        foreach (var artifact in run.Artifacts.Where(x => x is { Executable: not null, IsTest: false, Target.Kind: CargoTargetKind.Binary }))
        {
            var package = packages.Single(x => x.Name == artifact.Package);
            var file = folder / package.Name / Path.GetFileName(artifact.Executable!);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(artifact.Executable!, file);
            programs.Add((package, file));
        }

        return programs;
    }

    private async Task PackAsync(CargoPackage package, string triple, IEnumerable<string> programs, DateTimeOffset time, CancellationToken token)
    {
        var path = ReleaseDirectory / AssetName.Archive(package.Name, package.Version, triple);
        var contents = ArchiveContents.Of(CargoWorkspace, package, programs, package == ReleaseSubject.Main ? ArchiveFiles : []);
        await ReproducibleArchive.WriteAsync(path, contents, time, token);
        var asset = await Asset.OfAsync(path, AssetKind.Archive, triple, token);
        Log.Information("{Name:l}: {Count} files, {Size} bytes, sha256 {Digest:l}", asset.Name, contents.Count, asset.Size, asset.Sha256);
        ReportSummary(_ =>
        {
            _[asset.Name] = $"{asset.Size} bytes";
            return _;
        });
    }
}
