namespace Slipway.Cargo;

/// <summary>Something that happens while cargo runs.</summary>
public abstract record CargoEvent
{
    private CargoEvent()
    {
    }

    /// <summary>A line of text, such as <c>Compiling serde v1.0.0</c>.</summary>
    public sealed record Output(string Text, bool IsError) : CargoEvent;

    /// <summary>A new message of the compiler; the same message does not come twice.</summary>
    public sealed record Diagnostic(CargoDiagnostic Value) : CargoEvent;

    /// <summary>A crate is done.</summary>
    /// <param name="Count">How many there are so far.</param>
    public sealed record Compiled(CargoArtifact Artifact, int Count) : CargoEvent;
}
