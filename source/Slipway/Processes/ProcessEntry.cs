namespace Slipway.Processes;

/// <summary>A living process.</summary>
internal readonly record struct ProcessEntry(int Id, int Parent, bool IsMarked);
