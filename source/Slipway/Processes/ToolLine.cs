namespace Slipway.Processes;

/// <summary>One line that a process wrote.</summary>
public readonly record struct ToolLine(string Text, bool IsError);
