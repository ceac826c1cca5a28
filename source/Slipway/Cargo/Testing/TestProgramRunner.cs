using System.Globalization;
using Slipway.Processes;

namespace Slipway.Cargo.Testing;

/// <summary>Runs one test program and finds out what came of its tests.</summary>
internal sealed record TestProgramRunner(string RootFolder, TimeSpan TimeLimit, int Threads)
{
    // Windows allows 32,767 characters in a command line.
    private const int LongestArguments = 20_000;

    public async Task<TestGroup> RunAsync(PlannedTests program, CancellationToken cancellationToken)
    {
        if (program.Harness == TestHarness.Custom)
            return await RunCustomAsync(program.Binary, cancellationToken);
        if (!program.IsFiltered)
            return await RunLibtestAsync(program.Binary, program.Tests, [], cancellationToken);

        var parts = new List<TestGroup>();
        foreach (var names in Split(program.Tests))
            parts.Add(await RunLibtestAsync(program.Binary, names, ["--exact", .. names], cancellationToken));
        return parts.Aggregate(Join);
    }

    public async Task<TestGroup> RunCustomAsync(TestBinary binary, CancellationToken cancellationToken)
    {
        var log = new ProcessLog();
        var result = await binary.ToToolCommand().WithTimeLimit(TimeLimit).ExecuteAsync(log.Add, cancellationToken);
        var problem = ProcessEnd.Describe(result);
        var test = result.Succeeded
            ? new TestCase(binary.Target.Name, TestOutcome.Passed, Duration: result.Duration)
            : new TestCase(
                binary.Target.Name,
                result.TimedOut ? TestOutcome.TimedOut : TestOutcome.Failed,
                problem,
                log.ToString(),
                PanicLocation.Find(log.ToString(), RootFolder),
                result.Duration);
        return Group(binary, result, [test], problem: null, log);
    }

    /// <summary>Runs one test in a process of its own; null when the program does not do that.</summary>
    /// <param name="uncaptured">Whether what it writes is kept though the process may end before the harness shows it.</param>
    public async Task<TestCase?> RunAloneAsync(TestBinary binary, string name, bool uncaptured, CancellationToken cancellationToken)
    {
        var (result, log, cases) = await ExecuteAsync(binary, [name], uncaptured ? ["--exact", name, "--nocapture"] : ["--exact", name], cancellationToken);
        var test = cases.Single(test => test.Name == name) with { Duration = result.Duration };
        if (result.TimedOut)
            return TimedOut(test, result, log);
        // For a name that it does not know, the harness reports success of no test.
        if (!log.Output.Any(line => line.EndsWith("running 1 test", StringComparison.Ordinal)))
            return null;
        var text = log.ToString();
        return test.Outcome switch
        {
            TestOutcome.Lost => test with { Outcome = TestOutcome.Failed, Message = $"did not report: its process {ProcessEnd.Describe(result)}", Output = text },
            TestOutcome.Passed when !result.Succeeded => test with { Outcome = TestOutcome.Failed, Message = $"passed, but its process {ProcessEnd.Describe(result)}", Output = text },
            TestOutcome.Failed when test.Output is null => test with
            {
                Message = test.Message ?? LibtestOutput.MessageOf(text),
                Output = text,
                Location = test.Location ?? PanicLocation.Find(text, RootFolder),
            },
            _ => test,
        };
    }

    private async Task<TestGroup> RunLibtestAsync(
        TestBinary binary,
        IReadOnlyList<string> tests,
        IReadOnlyList<string> filter,
        CancellationToken cancellationToken)
    {
        var (result, log, cases) = await ExecuteAsync(binary, tests, filter, cancellationToken);
        var problem = LibtestReport.ProblemOf(cases, result);
        // Who alone did not report is who took the time.
        if (result.TimedOut && cases.Count(test => test.Outcome == TestOutcome.Lost) == 1)
        {
            cases = [.. cases.Select(test => test.Outcome == TestOutcome.Lost ? TimedOut(test, result, log) : test)];
            problem = null;
        }

        return Group(binary, result, cases, problem, log);
    }

    private static TestCase TimedOut(TestCase test, ToolResult result, ProcessLog log) => test with
    {
        Outcome = TestOutcome.TimedOut,
        Message = $"did not end within the {ProcessEnd.DescribeLimit(result)}",
        Output = log.ToString(),
    };

    private async Task<(ToolResult Result, ProcessLog Log, IReadOnlyList<TestCase> Cases)> ExecuteAsync(
        TestBinary binary,
        IReadOnlyList<string> tests,
        IReadOnlyList<string> filter,
        CancellationToken cancellationToken)
    {
        var log = new ProcessLog();
        var logFile = Path.Combine(Path.GetTempPath(), $"slipway-{Guid.NewGuid():N}.log");
        try
        {
            var command = binary.ToToolCommand("--logfile", logFile, "--color", "never").AddArguments(filter).WithTimeLimit(TimeLimit);
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("RUST_TEST_THREADS")))
                command = command.WithEnvironment("RUST_TEST_THREADS", Threads.ToString(CultureInfo.InvariantCulture));
            var result = await command.ExecuteAsync(log.Add, cancellationToken);
            var written = File.Exists(logFile) ? await File.ReadAllTextAsync(logFile, cancellationToken) : null;
            return (result, log, LibtestReport.Read(tests, written, log.Output, result, RootFolder));
        }
        finally
        {
            File.Delete(logFile);
        }
    }

    private static TestGroup Group(
        TestBinary binary,
        ToolResult result,
        IReadOnlyList<TestCase> cases,
        string? problem,
        ProcessLog log) =>
        TestGroup.Of(binary.Package.Name, binary.Target.Name, binary.GroupKind, result, cases, problem, log);

    private static IEnumerable<IReadOnlyList<string>> Split(IReadOnlyList<string> names)
    {
        var (part, length) = (new List<string>(), 0);
        foreach (var name in names)
        {
            if (part.Count > 0 && length + name.Length > LongestArguments)
            {
                yield return part;
                (part, length) = ([], 0);
            }

            part.Add(name);
            length += name.Length + 3;
        }

        yield return part;
    }

    private static TestGroup Join(TestGroup first, TestGroup second) => first with
    {
        ExitCode = first.ExitCode == 0 ? second.ExitCode : first.ExitCode,
        Duration = first.Duration + second.Duration,
        Cases = [.. first.Cases, .. second.Cases],
        Problem = first.Problem ?? second.Problem,
        LeftProcesses = first.LeftProcesses || second.LeftProcesses,
        TimedOut = first.TimedOut || second.TimedOut,
        Output = first.Output is null ? second.Output : first.Output + second.Output,
    };
}
