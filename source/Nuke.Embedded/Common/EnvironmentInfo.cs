using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Nuke.Common;

/// <summary>What the build knows about the machine and the process it runs in.</summary>
public static partial class EnvironmentInfo
{
#pragma warning disable RS0030 // the one member whose meaning is the platform's line break
    /// <summary>The platform's line break.</summary>
    public static string NewLine => Environment.NewLine;
#pragma warning restore RS0030

    /// <summary>Name of the machine.</summary>
    public static string MachineName => Environment.MachineName;

    /// <summary>Whether the build runs on Windows.</summary>
    public static bool IsWin => OperatingSystem.IsWindows();

    /// <summary>Whether the build runs on Linux or macOS.</summary>
    public static bool IsUnix => IsLinux || IsOsx;

    /// <summary>Whether the build runs on Linux.</summary>
    public static bool IsLinux => OperatingSystem.IsLinux();

    /// <summary>Whether the build runs on macOS.</summary>
    public static bool IsOsx => OperatingSystem.IsMacOS();

    /// <summary>Whether the build runs in the Windows Subsystem for Linux.</summary>
    public static bool IsWsl => IsLinux && Environment.GetEnvironmentVariable("WSL_DISTRO_NAME") is not null;

    /// <summary>Whether the process runs on an ARM64 processor.</summary>
    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;

    /// <summary>Whether the process is a 64-bit process.</summary>
    public static bool Is64Bit => Environment.Is64BitProcess;

    /// <summary>Whether the process is a 32-bit process.</summary>
    public static bool Is32Bit => !Is64Bit;

    /// <summary>The operating system.</summary>
    public static PlatformFamily Platform =>
        IsWin ? PlatformFamily.Windows
        : IsLinux ? PlatformFamily.Linux
        : IsOsx ? PlatformFamily.OSX
        : PlatformFamily.Unknown;

    /// <summary>The framework the build was compiled for.</summary>
    public static FrameworkName Framework => new(AppContext.TargetFrameworkName ?? ".NETCoreApp,Version=v10.0");
}
