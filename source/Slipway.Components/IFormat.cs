using Nuke.Common;
using Serilog;
using Slipway.Cargo;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>Format</c>: every file is as rustfmt would write it.</summary>
public interface IFormat : IHazGates
{
    Target Format => _ => _
        .Description("Checks the formatting with rustfmt")
        .TryDependsOn<IToolchain>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(Format), GateStage.Checks, async token =>
        {
            var gate = FormatGate.Judge(await FormatCheck.RunAsync(CargoWorkspace, cancellationToken: token), RootDirectory);
            if (gate.Diff != null)
                Log.Information("{Diff:l}", PipelineLog.Harmless(gate.Diff));
            Judge(gate);
        }));
}
