namespace Slipway.Workflows.Local;

public enum WorkflowLineKind
{
    /// <summary>A job or a step begins.</summary>
    Heading,

    /// <summary>A command wrote it.</summary>
    Output,

    /// <summary>The runner says it.</summary>
    Note,

    /// <summary>The runner says what went wrong.</summary>
    Problem,
}
