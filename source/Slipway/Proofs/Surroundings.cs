using Slipway.Cargo;

namespace Slipway.Proofs;

/// <summary>The files outside a workspace that cargo and its tools read, whether they are there or not.</summary>
internal static class Surroundings
{
    private static readonly string[] Above =
    [
        "Cargo.toml", "rust-toolchain", "rust-toolchain.toml", ".cargo/config", ".cargo/config.toml",
        "rustfmt.toml", ".rustfmt.toml", "clippy.toml", ".clippy.toml",
    ];

    private static readonly string[] InHome = ["config", "config.toml"];

    public static IEnumerable<string> Of(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            foreach (var name in Above)
                yield return Path.Combine(above.FullName, name);
        }

        foreach (var name in InHome)
            yield return Path.Combine(CargoExecutable.HomeFolder, name);
        yield return Path.Combine(RustupFolder, "settings.toml");
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "rustfmt", "rustfmt.toml");
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "rustfmt", ".rustfmt.toml");
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "rustfmt.toml");
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".rustfmt.toml");
    }

    private static string RustupFolder => Environment.GetEnvironmentVariable("RUSTUP_HOME") is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".rustup");
}
