using System.Collections.Immutable;
using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local;

/// <summary>How a workflow is run on this machine.</summary>
/// <param name="RepositoryFolder">The repository that it is a workflow of.</param>
/// <param name="WorkingFolder">Where the jobs' workspaces and artifacts are.</param>
public sealed record WorkflowRunOptions(string RepositoryFolder, string WorkingFolder)
{
    /// <summary>The event to act as; by default one that the workflow waits for.</summary>
    public string? Event { get; init; }

    public ImmutableSortedDictionary<string, string> Inputs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The environments whose jobs may run.</summary>
    public ImmutableHashSet<string> Approved { get; init; } = [];

    /// <summary>Whether all environments let their jobs run.</summary>
    public bool ApprovesAll { get; init; }

    /// <summary>What jobs talk to as GitHub; null is none, and then they have no token.</summary>
    public LocalGitHub? GitHub { get; init; }

    /// <summary>Whether the jobs find nothing of an earlier run.</summary>
    public bool Fresh { get; init; }

    /// <summary>Whether independent jobs and legs run at the same time.</summary>
    public bool Parallel { get; init; }

    /// <summary>The variables of this machine: what jobs get of them, and secrets.</summary>
    public ImmutableSortedDictionary<string, string> Desk { get; init; } = DeskEnvironment.OfThisProcess();

    public LocalMachine Machine { get; init; } = LocalMachine.Current;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets each line as it comes, one at a time.</summary>
    public Action<WorkflowLine>? Sink { get; init; }
}
