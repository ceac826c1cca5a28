namespace Nuke.Common;

/// <summary>How much of the log is shown.</summary>
public enum Verbosity
{
    Verbose,
    Normal,
    Minimal,
    Quiet,
}

/// <summary>The least severe level that is shown; the ordinals are those of <see cref="Verbosity"/>.</summary>
public enum LogLevel
{
    Trace,
    Normal,
    Warning,
    Error,
}

/// <summary>What happens to the dependencies of a skipped target that nothing else needs.</summary>
public enum DependencyBehavior
{
    Skip,
    Execute,
}

/// <summary>The parts of the standard output that <see cref="DisableDefaultOutputAttribute"/> can turn off.</summary>
public enum DefaultOutput
{
    Logo,
    TargetHeader,
    TargetCollapse,
    ErrorsAndWarnings,
    TargetOutcome,
    BuildOutcome,
    Timestamps,
}
