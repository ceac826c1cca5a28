namespace Slipway.Workflows;

/// <summary>The operating system of a runner.</summary>
public enum RunnerSystem
{
    Linux,
    MacOs,
    Windows,
}
