namespace Slipway.Workflows.Local.Running;

/// <summary>The way from a job or a step to whoever shows its lines; nothing secret passes.</summary>
internal sealed record RunLog(Action<WorkflowLine>? Sink, SecretMask Mask, Lock Gate, string Job = "", string Step = "")
{
    public RunLog Of(string job, string step = "") => this with { Job = Mask.Apply(job), Step = Mask.Apply(step) };

    public void Heading(string text) => Write(text, WorkflowLineKind.Heading);

    public void Note(string text) => Write(text, WorkflowLineKind.Note);

    public void Problem(string text) => Write(text, WorkflowLineKind.Problem);

    public void Output(string text) => Write(text, WorkflowLineKind.Output);

    private void Write(string text, WorkflowLineKind kind)
    {
        var line = new WorkflowLine(Job, Step, Mask.Apply(text), kind);
        lock (Gate)
            Sink?.Invoke(line);
    }
}
