namespace Nuke.Common.Tooling;

/// <summary>Where a process wrote a line to.</summary>
public enum OutputType
{
    Std,
    Err,
}
