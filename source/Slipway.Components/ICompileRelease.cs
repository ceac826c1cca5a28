using Nuke.Common;
using Nuke.Common.Tooling;
using Slipway.Cargo;
using Slipway.Gates;
using Slipway.Proofs;

namespace Slipway.Components;

/// <summary>Brings <c>Compile</c>: the release build of every member, for every target triple, without a warning.</summary>
public interface ICompileRelease : IHazGates
{
    Target Compile => _ => _
        .Description("Builds every member in release mode; any warning fails")
        .TryDependsOn<IToolchain>()
        .Executes(() => this.GuardAsync(nameof(Compile), GateStage.Compile, async token =>
        {
            foreach (var (triple, build) in await AddReleasesAsync(token))
            {
                var name = GateName(triple);
                await this.ProveAsync(
                    GetCompileInputs(triple, build.Command),
                    () =>
                    {
                        Judge(CompileGate.Judge(build.Run.EnsureStarted(), RootDirectory) with { Name = name });
                        return Task.CompletedTask;
                    },
                    () => build.Run.Artifacts.Select(x => x.Executable).OfType<string>(),
                    token);
            }
        }));

    private static string GateName(string? triple) => triple == null ? nameof(Compile) : $"{nameof(Compile)}-{triple}";

    internal static ProofInputs GetCompileInputs(string? triple, CargoCommand command) => new ProofInputs(GateName(triple)).With(command);

    /// <summary>Names the release builds, so that whoever needs one gets it.</summary>
    internal sealed async Task<IReadOnlyList<(string? Triple, ReleaseBuild Build)>> AddReleasesAsync(CancellationToken token)
    {
        string?[] triples = RustTarget.Length == 0 ? [null] : [.. RustTarget];
        var builds = new List<(string?, ReleaseBuild)>();
        foreach (var triple in triples)
        {
            // What is tested is what runs here, whatever else is built.
            var isRunnable = triple == null || RustTargets.Runs(triple, await RustTargets.HostAsync(Workspace, token));
            builds.Add((triple, PipelineState.Of(this).AddRelease(triple, CompileCommand.WithTriple(triple), isRunnable)));
        }

        return builds;
    }

    /// <summary>How a release is built.</summary>
    sealed CargoCommand CompileCommand => CargoCommand.Build
        .Apply(CargoSettingsBase).Apply(CargoSettings)
        .Apply(CompileSettingsBase).Apply(CompileSettings);

    sealed Configure<CargoCommand> CompileSettingsBase => _ => _.WithRelease();

    /// <summary>What the build class adds, such as features.</summary>
    Configure<CargoCommand> CompileSettings => _ => _;
}
