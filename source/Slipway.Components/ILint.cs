using Nuke.Common;
using Nuke.Common.Tooling;
using Slipway.Analysis;
using Slipway.Cargo;
using Slipway.Gates;
using Slipway.Proofs;

namespace Slipway.Components;

/// <summary>Brings <c>Lint</c>: no error and no warning of clippy, in all targets of all members.</summary>
public interface ILint : IHazGates
{
    Target Lint => _ => _
        .Description("Runs clippy; any warning fails")
        .TryDependsOn<IToolchain>()
        // The stage reports all of its checks before it fails.
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(Lint), GateStage.Checks, async token =>
        {
            var command = CargoCommand.Clippy
                .Apply(CargoSettingsBase).Apply(CargoSettings)
                .Apply(LintSettingsBase).Apply(LintSettings);
            await this.ProveAsync(
                new ProofInputs(nameof(Lint)).With(command),
                async () =>
                {
                    var run = await command.ExecuteAsync(PipelineLog.Write, token);
                    Judge(LintGate.Judge(run.EnsureStarted().EnsureConfigured(), RootDirectory));
                },
                token);
        }));

    sealed Configure<CargoCommand> LintSettingsBase => _ => _.AddArguments("--all-targets");

    /// <summary>What the build class adds, such as features.</summary>
    Configure<CargoCommand> LintSettings => _ => _;
}
