namespace Slipway.Workflows;

/// <summary>
/// The images that GitHub runs jobs on, by name and version: what <c>latest</c> means changes under a pipeline's feet.
/// Source: github.com/actions/runner-images.
/// </summary>
public enum Runner
{
    Ubuntu2204,
    Ubuntu2204Arm,
    Ubuntu2404,
    Ubuntu2404Arm,
    Ubuntu2604,
    Ubuntu2604Arm,
    MacOs13,
    MacOs14,
    MacOs15,
    MacOs15Intel,
    MacOs26,
    MacOs26Intel,
    Windows2022,
    Windows2025,
    Windows11Arm,
}
