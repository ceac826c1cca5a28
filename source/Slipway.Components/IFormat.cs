using Nuke.Common;
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
            async () => Judge(FormatGate.Judge(await FormatCheck.RunAsync(CargoWorkspace, cancellationToken: token), RootDirectory)),
            token)));
}
