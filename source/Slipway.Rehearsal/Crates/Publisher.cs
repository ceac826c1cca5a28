namespace Slipway.Rehearsal.Crates;

/// <summary>Whose token it is: a person's, or a workflow's from trusted publishing.</summary>
internal sealed record Publisher(string Login, bool IsWorkflow);
