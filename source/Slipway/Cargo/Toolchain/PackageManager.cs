using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>How a system installs programs.</summary>
public enum PackageManager
{
    None,
    Apt,
    Dnf,
    Brew,
    Winget,
}

internal static class PackageManagers
{
    public static PackageManager Detect() =>
        OperatingSystem.IsWindows() ? Has("winget", PackageManager.Winget)
        : OperatingSystem.IsMacOS() ? Has("brew", PackageManager.Brew)
        : Has("apt-get", PackageManager.Apt) is var apt and not PackageManager.None ? apt
        : Has("dnf", PackageManager.Dnf);

    private static PackageManager Has(string program, PackageManager manager) =>
        Executables.Find(program) is null ? PackageManager.None : manager;
}
