using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>EndToEndTest</c>: a script, or a test target, that runs the program that ships.</summary>
public interface IEndToEndTest : IHazTests
{
    /// <summary>A script that speaks TAP or tells by its exit code; used when the file is there.</summary>
    AbsolutePath EndToEndScript => Workspace / "tests" / "e2e" / "run_all.sh";

    Target EndToEndTest => _ => _
        .Description("Runs the end-to-end scenarios on the release build")
        .DependsOn<IHazTests>()
        .TryDependsOn<ICompileRelease>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(EndToEndTest), GateStage.Test, token => this.ProveAsync(
            GetProofInputs(nameof(EndToEndTest)).With(EndToEndScript),
            () => RunEndToEndAsync(token),
            token)));

    private async Task RunEndToEndAsync(CancellationToken token)
    {
        if (!File.Exists(EndToEndScript))
        {
            await RunSuiteAsync(nameof(EndToEndTest), TestSuite.EndToEnd(EndToEndTestTarget), token);
            return;
        }

        var programs = PipelineState.Of(this).RunnableBuild ?? PipelineState.Of(this).TestBuild!.Run;
        var script = new TestScript(EndToEndScript).WithWorkingDirectory(Workspace).WithPrograms(programs);
        await JudgeSuiteAsync(nameof(EndToEndTest), await script.RunAsync(GetTestOptions(script.Suite), PipelineLog.Write, token), token);
    }
}
