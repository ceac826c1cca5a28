using System.Globalization;
using Nuke.Common.IO;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>
/// <c>.nuke/temp/build.log</c>: everything, at every verbosity, with stack traces. The logs of the last runs are kept
/// beside it.
/// </summary>
internal sealed class LogFileSink(AbsolutePath directory, TimeProvider clock) : ILogEventSink, IDisposable
{
    private const int KeptLogs = 5;

    private readonly Lock _lock = new();
    private StreamWriter? _writer;
    private bool _isBroken;

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            if (_isBroken)
                return;
            try
            {
                _writer ??= Open();
                var time = logEvent.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
                _writer.WriteLine($"{time} | {LogText.Label(logEvent.Level).Text} | {Logging.CurrentTarget.Value,-20} | {LogText.Message(logEvent)}");
                if (logEvent.Exception is { } exception)
                    _writer.WriteLine(SecretMask.Apply(exception.ToString()));
                if (logEvent.Level >= LogEventLevel.Error)
                    _writer.Flush();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A full disk must not fail the build for the sake of its log.
                _isBroken = true;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            try
            {
                _writer?.Dispose();
            }
            catch (IOException)
            {
                _isBroken = true;
            }

            _writer = null;
        }
    }

    private StreamWriter Open()
    {
        Directory.CreateDirectory(directory);
        var file = directory / "build.log";
        // Another run may still write to it: it keeps its file under the new name.
        if (File.Exists(file))
            File.Move(file, directory / $"build.{clock.GetLocalNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}.log", overwrite: true);
        foreach (var old in Directory.GetFiles(directory, "build.*.log").OrderDescending(StringComparer.Ordinal).Skip(KeptLogs))
            File.Delete(old);
        return new StreamWriter(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { NewLine = "\n" };
    }
}
