using Nuke.Common;
using Nuke.Common.Tooling;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Proofs;

namespace Slipway.Components;

/// <summary>The compiled tests that all suites share. Brings <c>CompileTests</c>.</summary>
public interface IHazTests : IHazTestRules
{
    /// <summary>The suites that must have tests; any other may be empty and is then skipped.</summary>
    IReadOnlyCollection<string> ExpectedSuites => [];

    /// <summary>How long one test program may take, and a test that is run alone.</summary>
    [Parameter("Minutes that one test program, or a test alone, may take; default: 5")]
    int TestTimeLimit => TryGetValue<int?>(() => TestTimeLimit) ?? 5;

    private const int LongestTimeLimit = 24 * 60;

    /// <summary>The test target with the tests of the safety module.</summary>
    string SafetyTestTarget => "safety_tests";

    /// <summary>The module whose own tests belong to the safety suite too.</summary>
    string SafetyModule => "safety";

    /// <summary>The test target with the end-to-end tests, where there is no script.</summary>
    string EndToEndTestTarget => "e2e";

    Target CompileTests => _ => _
        .Description("Compiles the tests of all suites, once")
        .TryDependsOn<IToolchain>()
        .TryAfter<ICompileRelease>()
        .Executes(() => this.GuardAsync(nameof(CompileTests), GateStage.Test, async token =>
        {
            // What is wrong with them is said before minutes of compilation.
            CheckTestOptions();
            var state = PipelineState.Of(this);
            var tests = state.AddTests(TestCommand);
            await this.ProveAsync(
                GetCompileTestsInputs(),
                () =>
                {
                    var build = tests.Make(token);
                    build.Run.EnsureStarted();
                    if (build.Run.Succeeded)
                        build = tests.Complete(state.RunnableBuild, token);
                    Judge(CompileGate.Judge(build.Run, RootDirectory) with { Name = nameof(CompileTests), Stage = GateStage.Test });
                    return Task.CompletedTask;
                },
                token);
        }));

    internal sealed ProofInputs GetCompileTestsInputs() => GetProofInputs(nameof(CompileTests)).WithVariables(VariableScope.Tools);

    /// <summary>What a suite's result depends on: all files, all variables, how tests and the programs that they start are built.</summary>
    internal sealed ProofInputs GetProofInputs(string gate)
    {
        var inputs = new ProofInputs(gate)
            .WithVariables(VariableScope.Everything)
            .With(TestCommand)
            .With($"expected: {string.Join(' ', ExpectedSuites.Order(StringComparer.Ordinal))}", $"minutes: {TestTimeLimit}", SafetyTestTarget, SafetyModule, EndToEndTestTarget)
            .With(DescribeTestRules());
        return PipelineState.Of(this).RunnableCommand is { } release ? inputs.With(release) : inputs;
    }

    /// <summary>How tests are compiled.</summary>
    sealed CargoCommand TestCommand => CargoCommand.Test
        .Apply(CargoSettingsBase).Apply(CargoSettings)
        .Apply(CompileTestsSettingsBase).Apply(CompileTestsSettings);

    // The settings of the release build, without what every test program would pay for again.
    sealed Configure<CargoCommand> CompileTestsSettingsBase => _ => _.WithReleaseForTests();

    /// <summary>What the build class adds, such as <c>_ => _.WithProfile("dev")</c>.</summary>
    Configure<CargoCommand> CompileTestsSettings => _ => _;

    /// <summary>Runs a suite of the compiled tests, and more that belongs to it.</summary>
    sealed async Task RunSuiteAsync(string gate, TestSuite suite, CancellationToken token, Func<Task<TestSuiteResult>>? more = null)
    {
        var build = PipelineState.Of(this).TestBuild;
        Assert.True(build != null, $"{gate} needs {nameof(CompileTests)}, which has not run");
        var expected = suite.WithExpected(ExpectedSuites.Contains(suite.Name));
        var plan = await TestPlan.DiscoverAsync(build!, expected, token);
        var result = await plan.RunAsync(GetTestOptions(suite.Name), PipelineLog.Write, token);
        if (more != null)
            result = result.With(await more());
        await JudgeSuiteAsync(gate, result, token);
    }

    sealed async Task JudgeSuiteAsync(string gate, TestSuiteResult result, CancellationToken token)
    {
        var state = PipelineState.Of(this);
        await state.RecordOutcomesAsync(this, result);
        var rates = await state.FlakyRatesAsync(this, FlakyDays);
        var rules = TestRulesOf(result.Name, rates);
        result = Quarantine.Apply(result, rules.Quarantined, rules.Today);
        state.Suites[gate] = result;
        await state.Reports(this).WriteAsync(rates, Leg, token);
        await state.Reports(this).AddAsync(result with { Leg = Leg }, token);
        Judge(TestGate.Judge(gate, result, RootDirectory, rules));
    }

    /// <summary>Fails when no suite has found a test: a pipeline that tests nothing must not look green.</summary>
    sealed void RequireTests()
    {
        if (PipelineState.Of(this).Suites.Values.Sum(x => x.Total) > 0)
            return;
        var finding = new Finding(FindingSeverity.Error, "The workspace has no tests at all", Help: "Add one, for example with #[test] in src/lib.rs.");
        Judge(new GateResult("Test", GateStage.Test, GateVerdict.Fail, "no tests", [], [finding], TimeSpan.Zero));
    }

    private void CheckTestOptions()
    {
        foreach (var suite in SuiteTestAttempts.Keys.Prepend(TestSuite.Unit.Name))
            GetTestOptions(suite);
        TestRulesOf(TestSuite.Unit.Name, []);
    }

    sealed TestRunOptions GetTestOptions(string suite) => TestTimeLimit is >= 1 and <= LongestTimeLimit
        ? TestRunOptions.Default with { TimeLimit = TimeSpan.FromMinutes(TestTimeLimit), Attempts = AttemptsOf(suite) }
        : throw new SlipwayException(
            ErrorKind.Configuration,
            $"--test-time-limit is {TestTimeLimit}.",
            $"It can be from 1 to {LongestTimeLimit} minutes.");
}
