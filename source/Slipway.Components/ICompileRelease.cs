using Nuke.Common;
using Nuke.Common.Tooling;
using Slipway.Cargo;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>Compile</c>: the release build of every member, for every target triple, without a warning.</summary>
public interface ICompileRelease : IHazGates
{
    Target Compile => _ => _
        .Description("Builds every member in release mode; any warning fails")
        .TryDependsOn<IToolchain>()
        .Executes(() => this.GuardAsync(nameof(Compile), GateStage.Compile, async token =>
        {
            string?[] triples = RustTarget.Length == 0 ? [null] : [.. RustTarget];
            foreach (var triple in triples)
            {
                var command = CompileCommand.WithTriple(triple);
                var run = await command.ExecuteAsync(PipelineLog.Write, token);
                run.EnsureStarted().EnsureReadable();
                PipelineState.Of(this).ReleaseBuilds[triple ?? ""] = (command, run);
                // What is tested is what runs here, whatever else is built.
                if (triple == null || RustTargets.Runs(triple, await RustTargets.HostAsync(Workspace, token)))
                    PipelineState.Of(this).RunnableBuild ??= run;
                var gate = CompileGate.Judge(run, RootDirectory);
                Judge(triple == null ? gate : gate with { Name = $"{gate.Name}-{triple}" });
            }
        }));

    /// <summary>How a release is built.</summary>
    sealed CargoCommand CompileCommand => CargoCommand.Build
        .Apply(CargoSettingsBase).Apply(CargoSettings)
        .Apply(CompileSettingsBase).Apply(CompileSettings);

    sealed Configure<CargoCommand> CompileSettingsBase => _ => _.WithRelease();

    /// <summary>What the build class adds, such as features.</summary>
    Configure<CargoCommand> CompileSettings => _ => _;
}
