namespace Slipway.Tests.Workflows.Security;

/// <summary>Something in a workflow file that an attacker, or an accident, could use.</summary>
public sealed record SecurityFinding(string Rule, string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Rule}: {Message}";
}

/// <summary>A finding before it is known in which file and by which rule.</summary>
internal sealed record Place(int Line, string Message);

internal sealed record SecurityRule(string Name, Func<WorkflowFile, IEnumerable<Place>> Find);
