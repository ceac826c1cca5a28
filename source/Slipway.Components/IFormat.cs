using Nuke.Common;
using Serilog;
using Slipway.Cargo;
using Slipway.Gates;
using Slipway.Proofs;

namespace Slipway.Components;

/// <summary>Brings <c>Format</c>: every file is as rustfmt would write it.</summary>
public interface IFormat : IHazGates
{
    Target Format => _ => _
        .Description("Checks the formatting with rustfmt")
        .TryDependsOn<IToolchain>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(Format), GateStage.Checks, token => this.ProveAsync(
            new ProofInputs(nameof(Format)).WithFiles(FileScope.Format),
            async () =>
            {
                var gate = FormatGate.Judge(await FormatCheck.RunAsync(CargoWorkspace, cancellationToken: token), RootDirectory);
                if (gate.Diff != null)
                    Log.Information("{Diff:l}", PipelineLog.Harmless(gate.Diff));
                Judge(gate);
            },
            token)));
}
