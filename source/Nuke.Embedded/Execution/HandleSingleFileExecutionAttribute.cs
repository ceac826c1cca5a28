namespace Nuke.Common.Execution;

/// <summary>Marks builds that are published as one file; this engine needs no preparation for them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class HandleSingleFileExecutionAttribute : BuildExtensionAttributeBase;
