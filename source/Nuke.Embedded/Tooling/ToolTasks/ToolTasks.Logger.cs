using System.Reflection;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

public abstract partial class ToolTasks
{
    // Overrides say nullable or not, as they like.
#nullable disable annotations
    /// <summary>How a line is logged: by the first pattern that matches it, otherwise at the tool's default level.</summary>
    protected virtual Action<OutputType, string> GetLogger(ToolOptions options = null)
#nullable restore annotations
    {
        var level = GetType().GetCustomAttribute<DefaultLogLevel>(inherit: true)?.Level ?? LogEventLevel.Debug;
        var patterns = GetType().GetCustomAttributes<LogLevelPattern>(inherit: true).ToList();
        return (_, text) => Log.Write(patterns.Find(x => x.IsMatch(text))?.Level ?? level, "{Line:l}", text);
    }
}
