namespace Slipway.Workflows;

/// <summary>Makes steps of pinned actions; one without a pin is reported once.</summary>
internal sealed class ActionUses(ActionPins pins, ICollection<WorkflowDiagnostic> diagnostics)
{
    private static readonly string NoCommit = new('0', 40);

    public UsesStep Step(string name, string repository, string? path, params NamedValue[] with) =>
        new(name, Pin(repository), [.. with]) { Path = path };

    private ActionPin Pin(string repository)
    {
        if (pins.Find(repository) is { } pin)
            return pin;
        var diagnostic = WorkflowDiagnostic.Error(
            "WF008",
            repository,
            "this action has no pin, so nobody knows what would run.",
            $"Add a line for it to {nameof(ActionPins)}.cs: repository, tag and the commit of the tag.");
        if (!diagnostics.Contains(diagnostic))
            diagnostics.Add(diagnostic);
        return new ActionPin(repository, "v0.0.0", NoCommit);
    }
}
