using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>The Serilog pipeline of a build: console, server annotations, log file, and what the summary repeats.</summary>
public static partial class Logging
{
    /// <summary>The least severe level that the console shows; the log file has everything.</summary>
    public static LoggingLevelSwitch LevelSwitch { get; } = new(LogEventLevel.Debug);

    public static LogLevel Level
    {
        get => LevelSwitch.MinimumLevel switch
        {
            LogEventLevel.Verbose => LogLevel.Trace,
            LogEventLevel.Debug or LogEventLevel.Information => LogLevel.Normal,
            LogEventLevel.Warning => LogLevel.Warning,
            _ => LogLevel.Error,
        };
        set => LevelSwitch.MinimumLevel = value switch
        {
            LogLevel.Trace => LogEventLevel.Verbose,
            LogLevel.Normal => LogEventLevel.Debug,
            LogLevel.Warning => LogEventLevel.Warning,
            _ => LogEventLevel.Error,
        };
    }

    public static void Configure(INukeBuild? build = null)
    {
        Log.Logger = new LoggerConfiguration()
            .ConfigureLevel()
            .ConfigureConsole(build)
            .ConfigureInMemory(build)
            .ConfigureFiles(build)
            .CreateLogger();
    }

    // Sinks have levels of their own.
    public static LoggerConfiguration ConfigureLevel(this LoggerConfiguration configuration) => configuration.MinimumLevel.Verbose();

    public static LoggerConfiguration ConfigureConsole(this LoggerConfiguration configuration, INukeBuild? build = null)
    {
        var timestamps = build?.IsOutputEnabled(DefaultOutput.Timestamps) ?? true;
        return configuration.WriteTo.Sink(new ConsoleSink(timestamps), levelSwitch: LevelSwitch);
    }

    public static LoggerConfiguration ConfigureInMemory(this LoggerConfiguration configuration, INukeBuild? build = null)
        => configuration.WriteTo.Sink(InMemorySink.Instance, LogEventLevel.Warning);

    // A server keeps its own log, and its working copy stays clean.
    public static LoggerConfiguration ConfigureFiles(this LoggerConfiguration configuration, INukeBuild? build = null)
        => build is { IsLocalBuild: true }
            ? configuration.WriteTo.Sink(new LogFileSink(build.TemporaryDirectory, TimeProvider.System))
            : configuration;

    /// <summary>Log events of this flow of execution belong to the target until the result is disposed.</summary>
    public static IDisposable SetTarget(string target)
    {
        var previous = CurrentTarget.Value;
        CurrentTarget.Value = target;
        return new TargetScope(previous);
    }

    internal static AsyncLocal<string?> CurrentTarget { get; } = new();

    /// <summary>Keeps warnings and errors for the summary.</summary>
    public sealed class InMemorySink : ILogEventSink
    {
        private readonly List<Entry> _events = [];

        public static InMemorySink Instance { get; } = new();

        internal IReadOnlyList<Entry> Events
        {
            get
            {
                lock (_events)
                    return [.. _events];
            }
        }

        public void Emit(LogEvent logEvent)
        {
            lock (_events)
                _events.Add(new Entry(CurrentTarget.Value, logEvent));
        }
    }

    internal sealed record Entry(string? Target, LogEvent Event);

    private sealed class TargetScope(string? previous) : IDisposable
    {
        public void Dispose() => CurrentTarget.Value = previous;
    }
}
