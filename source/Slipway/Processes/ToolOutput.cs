namespace Slipway.Processes;

/// <summary>How a process ended, and all it wrote.</summary>
public sealed record ToolOutput(ToolResult Result, string Output, string Error);
