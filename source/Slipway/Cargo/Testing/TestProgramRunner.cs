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

    private async Task<TestGroup> RunCustomAsync(TestBinary binary, CancellationToken cancellationToken)
    {
        var log = new ProcessLog();
        var result = await binary.ToToolCommand().WithTimeLimit(TimeLimit).ExecuteAsync(log.Add, cancellationToken);
        var problem = ProcessEnd.Describe(result);
        var test = result.Succeeded
            ? new TestCase(binary.Target.Name, TestOutcome.Passed, Duration: result.Duration)
            : new TestCase(
                binary.Target.Name,
                TestOutcome.Failed,
                problem,
                log.ToString(),
                PanicLocation.Find(log.ToString(), RootFolder),
                result.Duration);
        return Group(binary, result, [test], problem: null, log);
    }

    private async Task<TestGroup> RunLibtestAsync(
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
            var cases = LibtestReport.Read(tests, written, log.Output, result, RootFolder);
            return Group(binary, result, cases, LibtestReport.ProblemOf(cases, result), log);
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
        ProcessLog log)
    {
        var group = new TestGroup(
            binary.Package.Name,
            binary.Target.Name,
            binary.GroupKind,
            result.ExitCode,
            result.Duration,
            cases,
            problem,
            LeftProcesses: result.LeftProcesses);
        return group.Succeeded ? group : group with { Output = log.ToString() };
    }

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
        Output = first.Output is null ? second.Output : first.Output + second.Output,
    };
}
