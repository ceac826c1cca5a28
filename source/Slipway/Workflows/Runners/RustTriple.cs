namespace Slipway.Workflows;

/// <summary>The target triples that rustup has a standard library for, and the systems that can link for them.</summary>
public static class RustTriple
{
    // Source: the Rust Reference of platform support, tiers 1 and 2, without those for bare metal.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "aarch64-apple-darwin", "aarch64-apple-ios", "aarch64-linux-android", "aarch64-pc-windows-gnullvm", "aarch64-pc-windows-msvc",
        "aarch64-unknown-linux-gnu", "aarch64-unknown-linux-musl", "aarch64-unknown-linux-ohos",
        "arm-unknown-linux-gnueabi", "arm-unknown-linux-gnueabihf", "arm-unknown-linux-musleabi", "arm-unknown-linux-musleabihf",
        "armv7-linux-androideabi", "armv7-unknown-linux-gnueabihf", "armv7-unknown-linux-musleabihf",
        "i686-pc-windows-gnu", "i686-pc-windows-msvc", "i686-unknown-linux-gnu", "i686-unknown-linux-musl",
        "loongarch64-unknown-linux-gnu", "loongarch64-unknown-linux-musl", "powerpc-unknown-linux-gnu", "powerpc64-unknown-linux-gnu",
        "powerpc64le-unknown-linux-gnu", "powerpc64le-unknown-linux-musl", "riscv64gc-unknown-linux-gnu", "riscv64gc-unknown-linux-musl",
        "s390x-unknown-linux-gnu", "wasm32-unknown-unknown", "wasm32-wasip1", "wasm32-wasip2",
        "x86_64-apple-darwin", "x86_64-linux-android", "x86_64-pc-windows-gnu", "x86_64-pc-windows-gnullvm", "x86_64-pc-windows-msvc",
        "x86_64-unknown-freebsd", "x86_64-unknown-illumos", "x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "x86_64-unknown-linux-ohos", "x86_64-unknown-netbsd",
    };

    public static bool IsKnown(string triple) => Known.Contains(triple);

    /// <summary>The known triple that is spelled most alike.</summary>
    public static string? Nearest(string triple) => Spelling.Nearest(triple, Known.Order(StringComparer.Ordinal));

    /// <summary>Whether a runner's own tools can make programs for the triple; Apple's and Microsoft's linkers are only on their systems.</summary>
    public static bool IsBuildableOn(string triple, RunnerSystem system) => triple switch
    {
        _ when triple.Contains("-apple-", StringComparison.Ordinal) => system == RunnerSystem.MacOs,
        _ when triple.EndsWith("-windows-msvc", StringComparison.Ordinal) => system == RunnerSystem.Windows,
        _ when triple.Contains("-windows-", StringComparison.Ordinal) => system is RunnerSystem.Windows or RunnerSystem.Linux,
        _ when triple.Contains("-linux-", StringComparison.Ordinal) => system == RunnerSystem.Linux,
        _ => true,
    };
}
