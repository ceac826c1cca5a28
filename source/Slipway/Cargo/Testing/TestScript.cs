using System.Diagnostics;
using Slipway.Processes;

namespace Slipway.Cargo.Testing;

/// <summary>
/// An end-to-end test that is a script: it speaks TAP, or its exit code decides. It finds the programs to test in
/// variables <c>CARGO_BIN_EXE_name</c>, with <c>_</c> for what a shell does not allow in a name.
/// </summary>
public sealed record TestScript(string Path)
{
    public ToolCommand Command { get; private init; } = CommandFor(Path);

    public string Suite { get; private init; } = "end-to-end";

    public TestScript WithSuite(string name) => this with { Suite = name };

    public TestScript WithArguments(params IEnumerable<string> arguments) => this with { Command = Command.AddArguments(arguments) };

    public TestScript WithWorkingDirectory(string folder) => this with { Command = Command.WithWorkingDirectory(folder) };

    public TestScript WithEnvironment(string name, string? value) =>
        this with { Command = Command.WithEnvironment(name, value) };

    /// <summary>Tells the script where the built programs are.</summary>
    public TestScript WithPrograms(CargoRun build) => build.Artifacts
        .Where(artifact => artifact is { Executable: not null, IsTest: false, Target.Kind: CargoTargetKind.Binary })
        .Aggregate(this, (script, artifact) => script.WithEnvironment(
            "CARGO_BIN_EXE_" + string.Concat(artifact.Target.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')),
            artifact.Executable));

    /// <summary>Runs it, and when it fails again as a whole: nobody else knows what its tests need.</summary>
    public async Task<TestSuiteResult> RunAsync(
        TestRunOptions? options = null,
        Action<TestGroup>? sink = null,
        CancellationToken cancellationToken = default)
    {
        if (!File.Exists(Path))
            throw new SlipwayException(ErrorKind.Configuration, $"The test script {Path} does not exist.");
        options ??= TestRunOptions.Default;
        var started = Stopwatch.GetTimestamp();
        var runs = new List<TestGroup>();
        do
            runs.Add(await RunOnceAsync(options.TimeLimit, cancellationToken));
        while (runs[^1] is { Succeeded: false, TimedOut: false } && runs.Count < options.Attempts);
        var group = ScriptRuns.Combine(runs);
        sink?.Invoke(group);
        return new TestSuiteResult(Suite, IsExpected: true, Stopwatch.GetElapsedTime(started), [group]);
    }

    private async Task<TestGroup> RunOnceAsync(TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var (log, tap) = (new ProcessLog(), new Tap());
        var result = await Command.WithTimeLimit(timeLimit).ExecuteAsync(
            line =>
            {
                log.Add(line);
                if (!line.IsError)
                    tap.Read(line.Text);
            },
            cancellationToken);
        return Judge(result, log, tap);
    }

    private TestGroup Judge(ToolResult result, ProcessLog log, Tap tap)
    {
        var name = System.IO.Path.GetFileName(Path);
        var cases = tap.Finish();
        string? problem = null;
        if (cases is null)
        {
            cases = result.Succeeded
                ? [new TestCase(name, TestOutcome.Passed, Duration: result.Duration)]
                : [new TestCase(name, result.TimedOut ? TestOutcome.TimedOut : TestOutcome.Failed, ProcessEnd.Describe(result), log.ToString(), Duration: result.Duration)];
        }
        else if (!result.Succeeded && (result.TimedOut || !cases.Any(test => test.IsFailure)))
        {
            problem = $"The script {ProcessEnd.Describe(result)}.";
        }
        else
        {
            problem = tap.Problem;
        }

        return TestGroup.Of("", name, TestGroupKind.Script, result, cases, problem, log);
    }

    // Windows does not start scripts by their first line.
    private static ToolCommand CommandFor(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var command = System.IO.Path.GetExtension(path) == ".sh"
            ? new ToolCommand("bash").WithArguments(full)
            : new ToolCommand(full);
        return command.WithWorkingDirectory(System.IO.Path.GetDirectoryName(full)!);
    }
}
