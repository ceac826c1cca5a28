using Nuke.Common;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>IntegrationTest</c>: the files of <c>tests/</c> that belong to no other suite.</summary>
public interface IIntegrationTest : IHazTests
{
    Target IntegrationTest => _ => _
        .Description("Runs the tests in tests/")
        .DependsOn<IHazTests>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(IntegrationTest), GateStage.Test, token => this.ProveAsync(
            GetProofInputs(nameof(IntegrationTest)),
            () => RunSuiteAsync(
                nameof(IntegrationTest),
                TestSuite.Integration.WithoutTargets(SafetyTestTarget, EndToEndTestTarget),
                token),
            token)));
}
