using System.Diagnostics;

namespace Slipway.Cargo.Testing;

/// <summary>The examples in documentation, which rustdoc compiles and runs.</summary>
public static class DocTests
{
    /// <summary>Runs those of every library that has them, package by package.</summary>
    /// <param name="command">A test command with its workspace, features and so on.</param>
    public static async Task<TestSuiteResult> RunAsync(
        CargoCommand command,
        TestRunOptions? options = null,
        Action<TestGroup>? sink = null,
        CancellationToken cancellationToken = default)
    {
        var workspace = command.Workspace ?? throw new ArgumentException("The command has no workspace.", nameof(command));
        var started = Stopwatch.GetTimestamp();
        var groups = new List<TestGroup>();
        options ??= TestRunOptions.Default;
        var limited = command.WithTimeLimit(options.TimeLimit).AddArguments("--doc");
        foreach (var package in workspace.Packages.Where(package => package.Library is { DocTests: true }))
        {
            if (!command.Packages.IsEmpty && !command.Packages.Contains(package.Name))
                continue;
            if (await RunAsync(workspace, limited.WithPackages(package.Name), package, options.Attempts, cancellationToken) is not { } group)
                continue;
            groups.Add(group);
            sink?.Invoke(group);
        }

        return new TestSuiteResult("doc", IsExpected: false, Stopwatch.GetElapsedTime(started), groups);
    }

    /// <summary>Null when there are none.</summary>
    private static async Task<TestGroup?> RunAsync(
        CargoWorkspace workspace,
        CargoCommand command,
        CargoPackage package,
        int attempts,
        CancellationToken cancellationToken)
    {
        var (listing, listed) = await ExecuteAsync(command.WithToolArguments("--list", "--format", "terse"), cancellationToken);
        var expected = TestListing.Parse(string.Join('\n', listed.Output)) ?? [];
        if (listing.Succeeded && expected.Count == 0)
            return null;

        var (run, log) = await ExecuteAsync(command, cancellationToken);
        var cases = Read(expected, log, run);
        var group = new TestGroup(
            package.Name,
            package.Library!.Name,
            TestGroupKind.Documentation,
            run.ExitCode,
            run.Duration,
            cases,
            run.Errors.Any() ? "The library does not compile." : LibtestReport.ProblemOf(cases, run.Result),
            TimedOut: run.Result.TimedOut);
        if (group.Succeeded)
            return group;
        group = group with { Output = log.ToString() };
        return group.TimedOut || run.Errors.Any() ? group : await DocTestRetries.RunAsync(group, attempts, async (filters, names) =>
        {
            var (again, said) = await ExecuteAsync(command.WithToolArguments(filters), cancellationToken);
            return Read(names, said, again);
        });

        IReadOnlyList<TestCase> Read(IReadOnlyList<string> names, ProcessLog said, CargoRun result) =>
        [
            .. LibtestReport.Read(names, log: null, said.Output, result.Result, workspace.RootFolder)
                .Select(test => test.IsFailure ? test with { Location = DocTestName.Locate(test.Name, workspace, package) } : test),
        ];
    }

    private static async Task<(CargoRun Run, ProcessLog Log)> ExecuteAsync(CargoCommand command, CancellationToken cancellationToken)
    {
        var log = new ProcessLog();
        var run = await command.ExecuteAsync(
            happened =>
            {
                if (happened is CargoEvent.Output line)
                    log.Add(new Processes.ToolLine(line.Text, line.IsError));
            },
            cancellationToken);
        return (run, log);
    }
}
