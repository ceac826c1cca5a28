namespace Slipway.Workflows;

/// <summary>Something wrong with what is declared or committed.</summary>
/// <param name="Code">Stable; explained in docs/workflows.md.</param>
/// <param name="Subject">The target, workflow or file it is about.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">How to mend it.</param>
public sealed record WorkflowDiagnostic(string Code, bool IsError, string Subject, string Message, string Fix)
{
    public static WorkflowDiagnostic Error(string code, string subject, string message, string fix) => new(code, IsError: true, subject, message, fix);

    public static WorkflowDiagnostic Warning(string code, string subject, string message, string fix) => new(code, IsError: false, subject, message, fix);

    public override string ToString() => $"{Code} {Subject}: {Message}{(Message.EndsWith('\n') ? "" : " ")}{Fix}";
}
