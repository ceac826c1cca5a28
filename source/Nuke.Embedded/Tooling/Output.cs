namespace Nuke.Common.Tooling;

/// <summary>One line that a process wrote.</summary>
public struct Output
{
    public OutputType Type { get; set; }

    public string Text { get; set; }

    public override readonly string ToString() => Text;
}
