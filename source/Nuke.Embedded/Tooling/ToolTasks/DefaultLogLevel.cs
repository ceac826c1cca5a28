using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>The level at which the lines of a tool are logged.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DefaultLogLevel(LogEventLevel level) : Attribute
{
    public LogEventLevel Level => level;
}
