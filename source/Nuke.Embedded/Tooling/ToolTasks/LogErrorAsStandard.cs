namespace Nuke.Common.Tooling;

/// <summary>The error stream is no place for errors only; with this engine it never is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LogErrorAsStandard : Attribute;
