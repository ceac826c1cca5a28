using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Embedded.Tests.Tooling;

/// <summary>The log belongs to the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(ProcessLogTests), DisableParallelization = true)]
[Collection(nameof(ProcessLogTests))]
public sealed class ProcessLogTests : ILogEventSink, IDisposable
{
    private static readonly string Program = Path.GetFullPath(DummyProgram.Path);

    private readonly List<LogEvent> _events = [];
    private readonly ILogger _previous = Log.Logger;

    public ProcessLogTests() => Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(this).CreateLogger();

    private IEnumerable<string> Lines => _events.Select(x => $"{x.Level}: {x.RenderMessage(System.Globalization.CultureInfo.InvariantCulture)}");

    [Fact]
    public void What_is_started_is_logged_and_then_what_it_writes_whatever_the_stream()
    {
        DummyProgram.Tool($"fail {"{no template}"}", exitHandler: x => x.ExitCode.ShouldBe(1));
        Lines.ShouldBe(
        [
            $"Information: > {Program} fail \"{{no template}}\"",
            $"Verbose: @ {EnvironmentInfo.WorkingDirectory}",
            "Debug: {no template}",
        ]);
    }

    [Fact]
    public void Another_working_directory_is_said_aloud()
    {
        var folder = (AbsolutePath)Path.GetTempPath();
        DummyProgram.Tool("exit 0", workingDirectory: folder);
        Lines.ShouldContain($"Information: @ {folder}");
    }

    [Fact]
    public void Redacted_values_are_in_no_line()
    {
        DummyProgram.Tool($"fail {"s3cr3t":r}", exitHandler: _ => { });
        Lines.ShouldContain($"Information: > {Program} fail ***");
        Lines.ShouldContain("Debug: ***");
        Lines.ShouldAllBe(x => !x.Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_logged_when_nobody_wants_it()
    {
        DummyProgram.Tool("interleave", logOutput: false, logInvocation: false);
        Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Patterns_of_a_wrapper_set_the_level_of_lines()
    {
        NpmTasks.Npm("fail \"npm warn old\"");
        NpmTasks.Npm("fail fine");
        Lines.ShouldContain("Warning: npm warn old");
        Lines.ShouldContain("Information: fine");
    }

    public void Dispose() => Log.Logger = _previous;

    void ILogEventSink.Emit(LogEvent logEvent)
    {
        lock (_events)
            _events.Add(logEvent);
    }

    [LogErrorAsStandard]
    [LogLevelPattern(LogEventLevel.Warning, "^npm warn")]
    [DefaultLogLevel(LogEventLevel.Information)]
    private sealed class NpmTasks : ToolTasks
    {
        public static void Npm(string arguments) => new NpmTasks().Run(arguments, exitHandler: _ => null);

        protected override string GetToolPath(ToolOptions? options = null) => DummyProgram.Path;
    }
}
