using System.Runtime.InteropServices;

namespace Slipway.Workflows.Local.Running;

/// <summary>A kind of machine in GitHub's words: Linux, macOS or Windows; X64 or ARM64.</summary>
public sealed record LocalMachine(string System, string Architecture)
{
    public static LocalMachine Current { get; } = new(
        OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux",
        RuntimeInformation.OSArchitecture switch
        {
            global::System.Runtime.InteropServices.Architecture.X64 => "X64",
            global::System.Runtime.InteropServices.Architecture.Arm64 => "ARM64",
            var other => other.ToString().ToUpperInvariant(),
        });

    public override string ToString() => $"{System} on {Architecture.ToLowerInvariant()}";
}
