using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Reading;

/// <summary>How and where commands run.</summary>
public sealed record RunDefaults(Template? Shell, Template? WorkingDirectory)
{
    public static RunDefaults None { get; } = new(null, null);

    /// <summary>What is not said here is as said there.</summary>
    public RunDefaults Or(RunDefaults outer) => new(Shell ?? outer.Shell, WorkingDirectory ?? outer.WorkingDirectory);
}
