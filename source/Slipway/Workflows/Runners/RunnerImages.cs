namespace Slipway.Workflows;

/// <summary>
/// The table of runner images. Sources: github.com/actions/runner-images issues 13046 (macOS 13), 13518 (macOS 14),
/// 14254 (Ubuntu 22.04), 14747 (Ubuntu 26.04), and its README for the others.
/// </summary>
public static class RunnerImages
{
    /// <summary>The day of the table: what "soon" means must not depend on when a build runs.</summary>
    public static DateOnly AsOf { get; } = new(2026, 11, 2);

    private static readonly RunnerImage[] Table =
    [
        new(Runner.Ubuntu2204, "ubuntu-22.04", RunnerSystem.Linux, new(2027, 4, 17)),
        new(Runner.Ubuntu2204Arm, "ubuntu-22.04-arm", RunnerSystem.Linux, new(2027, 4, 17)),
        new(Runner.Ubuntu2404, "ubuntu-24.04", RunnerSystem.Linux),
        new(Runner.Ubuntu2404Arm, "ubuntu-24.04-arm", RunnerSystem.Linux),
        new(Runner.Ubuntu2604, "ubuntu-26.04", RunnerSystem.Linux),
        new(Runner.Ubuntu2604Arm, "ubuntu-26.04-arm", RunnerSystem.Linux),
        new(Runner.MacOs13, "macos-13", RunnerSystem.MacOs, new(2025, 12, 4)),
        new(Runner.MacOs14, "macos-14", RunnerSystem.MacOs, new(2026, 11, 2)),
        new(Runner.MacOs15, "macos-15", RunnerSystem.MacOs),
        new(Runner.MacOs15Intel, "macos-15-intel", RunnerSystem.MacOs, new(2027, 8, 1)),
        new(Runner.MacOs26, "macos-26", RunnerSystem.MacOs),
        new(Runner.MacOs26Intel, "macos-26-intel", RunnerSystem.MacOs),
        new(Runner.Windows2022, "windows-2022", RunnerSystem.Windows),
        new(Runner.Windows2025, "windows-2025", RunnerSystem.Windows),
        new(Runner.Windows11Arm, "windows-11-arm", RunnerSystem.Windows),
    ];

    public static RunnerImage Get(Runner runner) => Array.Find(Table, image => image.Runner == runner)
        ?? throw new ArgumentOutOfRangeException(nameof(runner), runner, "This runner is not in the table of images.");

    /// <summary>What <c>runner.os</c> is on the system.</summary>
    public static string NameOf(RunnerSystem system) => system switch
    {
        RunnerSystem.MacOs => "macOS",
        _ => system.ToString(),
    };
}
