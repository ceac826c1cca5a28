using System.Globalization;
using System.Reflection;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>How log events read.</summary>
internal static class LogText
{
    /// <summary>The message with its values as they are, without Serilog's quotes around text.</summary>
    public static string Message(LogEvent logEvent)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (token is Serilog.Parsing.PropertyToken property
                && logEvent.Properties.TryGetValue(property.PropertyName, out var value)
                && value is ScalarValue { Value: string text })
                writer.Write(text);
            else
                token.Render(logEvent.Properties, writer, CultureInfo.InvariantCulture);
        }

        return SecretMask.Apply(writer.ToString());
    }

    /// <summary>What went wrong, for a reader; the log file has the stack.</summary>
    public static string Describe(Exception exception)
    {
        exception = Innermost(exception);
        if (exception is AggregateException aggregate)
            return string.Join("\n", aggregate.Flatten().InnerExceptions.Select(Describe));
        // The messages of programming mistakes say little without their type.
        var prefix = exception is NullReferenceException or InvalidCastException or IndexOutOfRangeException or KeyNotFoundException
            ? exception.GetType().Name + ": "
            : "";
        var message = exception.Message.ReplaceLineEndings("\n").TrimEnd();
        return SecretMask.Apply(message.Length == 0 ? exception.GetType().Name : prefix + message);
    }

    /// <summary>What went wrong, without what reflection, static constructors and tasks wrap around it.</summary>
    public static Exception Innermost(Exception exception) => exception switch
    {
        TargetInvocationException or TypeInitializationException when exception.InnerException is { } inner => Innermost(inner),
        AggregateException { InnerExceptions: [var only] } => Innermost(only),
        _ => exception,
    };

    public static (string Text, string Color) Label(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => ("VRB", "2"),
        LogEventLevel.Debug => ("DBG", "2"),
        LogEventLevel.Information => ("INF", "36"),
        LogEventLevel.Warning => ("WRN", "33"),
        LogEventLevel.Error => ("ERR", "31"),
        _ => ("FTL", "1;31"),
    };
}
