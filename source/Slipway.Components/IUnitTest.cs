using Nuke.Common;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>UnitTest</c>: the tests inside libraries and programs, and those in their documentation.</summary>
public interface IUnitTest : IHazTests
{
    Target UnitTest => _ => _
        .Description("Runs the tests inside libraries and programs, and the documentation's")
        .DependsOn<IHazTests>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(UnitTest), GateStage.Test, token => this.ProveAsync(
            GetProofInputs(nameof(UnitTest)),
            () => RunSuiteAsync(
                nameof(UnitTest),
                TestSuite.Unit,
                token,
                async () => await DocTests.RunAsync(TestCommand, GetTestOptions(TestSuite.Unit.Name), PipelineLog.Write, token)),
            token)));
}
