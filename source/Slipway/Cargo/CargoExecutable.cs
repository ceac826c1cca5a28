using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>Where cargo is on this machine.</summary>
public static class CargoExecutable
{
    /// <summary>The cargo that CARGO names, or the one on PATH, or the one of rustup; null when there is none.</summary>
    public static string? TryFind() => TryFind(Environment.GetEnvironmentVariable("CARGO"), Executables.Folders().Concat(HomeFolders()));

    public static string Find() => Require(TryFind());

    internal static string? TryFind(string? named, IEnumerable<string> folders) =>
        !string.IsNullOrEmpty(named) && Executables.IsExecutable(named) ? named : Executables.FindIn(folders, "cargo");

    internal static string Require(string? cargo) => cargo ?? throw new SlipwayException(
        ErrorKind.Environment,
        "cargo is not installed, or not on PATH.",
        "Install Rust from https://rustup.rs, or set CARGO to the cargo to use.");

    /// <summary>The compiler that cargo uses: the one that RUSTC names, or the one on PATH, or the one of rustup; null when there is none.</summary>
    public static string? TryFindCompiler() => Environment.GetEnvironmentVariable("RUSTC") is { Length: > 0 } named && Executables.IsExecutable(named)
        ? named
        : Executables.Find("rustc", HomeFolders());

    /// <summary>Where cargo keeps what it has fetched and installed.</summary>
    public static string HomeFolder => Environment.GetEnvironmentVariable("CARGO_HOME") is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cargo");

    internal static IEnumerable<string> HomeFolders() => [Path.Combine(HomeFolder, "bin")];
}
