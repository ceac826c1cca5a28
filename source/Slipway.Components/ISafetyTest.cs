using Nuke.Common;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>SafetyTest</c>: a test target and the tests of a module that guard what must never go wrong.</summary>
public interface ISafetyTest : IHazTests
{
    Target SafetyTest => _ => _
        .Description("Runs the tests of the safety module")
        .DependsOn<IHazTests>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(SafetyTest), GateStage.Test, token => this.ProveAsync(
            GetProofInputs(nameof(SafetyTest)),
            () => RunSuiteAsync(
                nameof(SafetyTest),
                TestSuite.Safety(SafetyTestTarget, SafetyModule),
                token),
            token)));
}
