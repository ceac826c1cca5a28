using System.Text.RegularExpressions;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>The level at which lines that match a pattern are logged.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LogLevelPattern(LogEventLevel level, string pattern) : Attribute
{
    private readonly Regex _pattern = new(pattern);

    public LogEventLevel Level => level;

    public string Pattern => pattern;

    internal bool IsMatch(string line) => _pattern.IsMatch(line);
}
