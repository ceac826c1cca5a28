namespace Nuke.Common.CI;

/// <summary>A host that knows what it builds.</summary>
public interface IBuildServer
{
    string Branch { get; }
    string Commit { get; }
}
