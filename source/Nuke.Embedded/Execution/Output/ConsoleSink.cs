using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Log events as lines of the console, and as annotations of the server.</summary>
internal sealed class ConsoleSink(bool timestamps) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        var console = BuildConsole.Current;
        var message = LogText.Message(logEvent);
        var host = Host.Instance;
        if (host.FilterMessage(message))
        {
            console.WriteLine(message);
            return;
        }

        var time = timestamps ? console.Paint(logEvent.Timestamp.ToString("HH:mm:ss", CultureInfo.InvariantCulture), "2") + " " : "";
        var (label, color) = LogText.Label(logEvent.Level);
        console.WriteLine($"{time}{console.Paint(label, color)} {message}");
        if (logEvent.Exception is { } exception && Logging.Level == LogLevel.Trace)
            console.WriteLine(exception.ToString());

        if (logEvent.Level == LogEventLevel.Warning)
            host.ReportWarning(message);
        else if (logEvent.Level >= LogEventLevel.Error)
            host.ReportError(message);
    }
}
