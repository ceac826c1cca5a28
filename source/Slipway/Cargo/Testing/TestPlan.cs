namespace Slipway.Cargo.Testing;

/// <summary>What a suite is going to run; known before anything does, so that a test that gets lost is missed.</summary>
public sealed partial record TestPlan(TestSuite Suite, string RootFolder, IReadOnlyList<PlannedTests> Programs)
{
    /// <summary>Asks the suite's programs for their tests.</summary>
    public static async Task<TestPlan> DiscoverAsync(
        TestBuild build,
        TestSuite suite,
        CancellationToken cancellationToken = default)
    {
        var programs = new List<PlannedTests>();
        foreach (var binary in build.Binaries)
        {
            if (suite.HasAllOf(binary.Target))
                programs.Add(await ListAsync(binary, cancellationToken));
            else if (suite.HasSomeOf(binary.Target))
                programs.Add(Filter(await ListAsync(binary, cancellationToken), suite));
        }

        return new TestPlan(
            suite,
            build.Workspace.RootFolder,
            [.. programs.Where(program => program.Harness == TestHarness.Custom || program.Tests.Count > 0)]);
    }

    private static async Task<PlannedTests> ListAsync(TestBinary binary, CancellationToken cancellationToken)
    {
        var tests = await TestListing.ReadAsync(binary, cancellationToken);
        return tests is null
            ? new PlannedTests(binary, TestHarness.Custom, [], IsFiltered: false)
            : new PlannedTests(binary, TestHarness.Libtest, tests, IsFiltered: false);
    }

    // A harness of the project's own cannot be asked for one module, so it does not belong to one.
    private static PlannedTests Filter(PlannedTests program, TestSuite suite) => program with
    {
        Harness = TestHarness.Libtest,
        Tests = [.. program.Tests.Where(suite.HasTest)],
        IsFiltered = true,
    };
}
