using System.ComponentModel;
using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Where the build runs: a terminal or a CI server. Decides how output looks there.</summary>
[TypeConverter(typeof(HostTypeConverter))]
public abstract partial class Host
{
    protected Host()
    {
    }

    /// <summary>The host of this run.</summary>
    internal static Host Instance
    {
        get => field ??= HostDetection.Detect();
        set;
    }

    /// <summary>Whether this host understands ANSI colours whatever the standard output is.</summary>
    internal virtual bool SupportsAnsi => false;

    /// <summary>Writes the first line of a run.</summary>
    protected internal void WriteLogo() => BuildConsole.Current.WriteLine(Banner.Text());

    /// <summary>Repeats the warnings and errors of the run.</summary>
    protected internal virtual void WriteErrorsAndWarnings() => Summary.WriteErrorsAndWarnings();

    /// <summary>Writes the table of targets.</summary>
    protected internal virtual void WriteTargetOutcome(INukeBuild build) => Summary.WriteTargets(build);

    /// <summary>Writes the verdict.</summary>
    protected internal virtual void WriteBuildOutcome(INukeBuild build) => Summary.WriteOutcome(build);

    /// <summary>Opens a block of output that belongs together; disposing closes it.</summary>
    protected internal virtual IDisposable WriteBlock(string text) => ConsoleBlock.Open(text);

    /// <summary>Tells the server of a warning, beside the log line.</summary>
    protected internal virtual void ReportWarning(string text, string? details = null)
    {
    }

    /// <summary>Tells the server of an error, beside the log line.</summary>
    protected internal virtual void ReportError(string text, string? details = null)
    {
    }

    /// <summary>Tells the server to hide a value in its log.</summary>
    internal virtual void AnnounceSecret(string value)
    {
    }

    /// <summary>Whether the message is a command to the server, to be passed on as it is.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    public override string ToString() => GetType().Name;
}
