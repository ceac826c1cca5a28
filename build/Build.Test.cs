using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// Stages 2 and 3: the program that ships, and its tests. A stage starts when the one before it is good.
// What must never go wrong is tested first; it also has the test that takes longest.
partial class Build : ICompileRelease, IBuildAhead, ISafetyTest, IUnitTest, IIntegrationTest, IEndToEndTest
{
    // The sample crate has tests of every kind; other workspaces may lack some.
    IReadOnlyCollection<string> IHazTests.ExpectedSuites
        => ((IHazCargoWorkspace)this).Workspace == RootDirectory / "samples" / "caro" ? ["unit", "integration", "safety", "end-to-end"] : [];

    Target ICompileRelease.Compile => _ => _
        .Inherit<ICompileRelease>()
        .DependsOn(Checks);

    Target IHazTests.CompileTests => _ => _
        .Inherit<IHazTests>()
        .DependsOn<ICompileRelease>();

    // Stages 2 and 3 in one job: what is tested is what was built.
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.Ubuntu2404Arm)]
    [RunsOn(Runner.MacOs15Intel)]
    [RunsOn(Runner.MacOs15)]
    Target Test => _ => _
        .Description("Stage 3: unit, integration, safety and end-to-end tests")
        .DependsOn<ISafetyTest>()
        .DependsOn<IUnitTest>()
        .DependsOn<IIntegrationTest>()
        .DependsOn<IEndToEndTest>()
        .Produces(((IHazGates)this).GateReports)
        .Executes(() =>
        {
            ((IHazGates)this).RequireGates(
                nameof(IUnitTest.UnitTest),
                nameof(IIntegrationTest.IntegrationTest),
                nameof(ISafetyTest.SafetyTest),
                nameof(IEndToEndTest.EndToEndTest));
            ((IHazTests)this).RequireTests();
        });
}
