using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>All workflows of a repository, and what is wrong with what they are made of.</summary>
public sealed record PipelinePlan(ImmutableArray<Workflow> Workflows, ImmutableArray<WorkflowDiagnostic> Diagnostics)
{
    public IEnumerable<WorkflowDiagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.IsError);

    internal static PipelinePlan Create(IEnumerable<Workflow> workflows, IEnumerable<WorkflowDiagnostic> diagnostics) => new(
        [.. workflows.OrderBy(workflow => workflow.Name, StringComparer.Ordinal)],
        [.. diagnostics.Distinct().OrderBy(diagnostic => diagnostic.Code, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Subject, StringComparer.Ordinal)]);

    /// <exception cref="SlipwayException">Something is wrong; the message holds all of it.</exception>
    public PipelinePlan EnsureValid()
    {
        var errors = Errors.ToList();
        return errors.Count == 0
            ? this
            : throw new SlipwayException(
                ErrorKind.Configuration,
                $"The workflows cannot be generated:\n{string.Join('\n', errors.Select(error => $"  {error}"))}",
                "docs/workflows.md explains each code.");
    }
}
