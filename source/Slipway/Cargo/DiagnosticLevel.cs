namespace Slipway.Cargo;

public enum DiagnosticLevel
{
    Note,
    Help,
    Warning,
    Error,
}
