using Slipway.Cargo;
using Slipway.Processes;

namespace Slipway.Packaging;

/// <summary>What a machine has to build programs with.</summary>
/// <param name="Host">Its own triple.</param>
/// <param name="HasLibrary">Whether Rust's standard library for the target is here.</param>
/// <param name="Linker">A linker for the target: one that is configured, or on PATH by its usual name.</param>
/// <param name="IsLinkerConfigured">Whether cargo knows the linker already.</param>
public sealed record BuildFacts(string Host, bool HasLibrary, string? Linker, bool IsLinkerConfigured, bool HasZigBuild, bool HasCross)
{
    /// <summary>Looks around for a target.</summary>
    public static async Task<BuildFacts> InspectAsync(string triple, string folder, CancellationToken cancellationToken = default)
    {
        var variable = LinkerVariable(triple);
        var configured = Environment.GetEnvironmentVariable(variable);
        var found = configured ?? LinkerName(triple) switch { { } name when Executables.Find(name) is not null => name, _ => null };
        var missing = await RustTargets.MissingAsync([triple], folder, cancellationToken);
        return new BuildFacts(
            await RustTargets.HostAsync(folder, cancellationToken),
            missing.Count == 0,
            found,
            configured is not null,
            Executables.Find("cargo-zigbuild", CargoExecutable.HomeFolders()) is not null && Executables.Find("zig") is not null,
            Executables.Find("cross", CargoExecutable.HomeFolders()) is not null && (Executables.Find("docker") ?? Executables.Find("podman")) is not null);
    }

    internal static string LinkerVariable(string triple) => $"CARGO_TARGET_{triple.ToUpperInvariant().Replace('-', '_')}_LINKER";

    // The names that Debian, Homebrew and MinGW give their cross compilers.
    private static string? LinkerName(string triple) => triple.Split('-') switch
    {
        [var cpu, _, "linux", "gnu"] => $"{cpu}-linux-gnu-gcc",
        [_, _, "linux", "gnueabihf"] => "arm-linux-gnueabihf-gcc",
        [var cpu, _, "linux", "musl"] => $"{cpu}-linux-musl-gcc",
        [var cpu, "pc", "windows", "gnu"] => $"{cpu}-w64-mingw32-gcc",
        _ => null,
    };
}
