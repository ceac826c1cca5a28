namespace Nuke.Common.Tooling;

/// <summary>A living process, no zombie; marked when its environment has the variable that was looked for.</summary>
internal readonly record struct ProcessEntry(int Id, int Parent, bool IsMarked);
