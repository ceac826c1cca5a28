using System.Security.Cryptography;
using System.Text;
using Slipway.Cargo;

namespace Slipway.Base;

/// <summary>What a measurement of a base depends on.</summary>
/// <param name="Commit">Where it was measured; another commit with the same files has the same digest.</param>
/// <param name="Compiler">What rustc says of itself, in one line.</param>
/// <param name="Digest">Stands for all of it, also for what is better not written to a file.</param>
public sealed record MeasurementKey(string Commit, string Compiler, string? Triple, string Digest)
{
    private const int DigestLength = 32;

    private static readonly string[] Prefixes = ["CARGO_BUILD_", "CARGO_ENCODED_", "CARGO_PROFILE_", "CARGO_TARGET_", "RUSTC", "RUSTFLAGS"];

    private static readonly string[] ConfigurationFiles = ["config.toml", "config"];

    // Where cargo works, and how much at once, does not change what it makes.
    private static readonly string[] Irrelevant = ["CARGO_BUILD_JOBS", "CARGO_BUILD_TARGET_DIR", "CARGO_TARGET_DIR"];

    /// <param name="compiler">What rustc says of itself.</param>
    /// <param name="checkouts">Where the base is built: cargo reads the configuration of the folders above.</param>
    internal static MeasurementKey Of(BaseCommit commit, BaseSource source, CargoCommand command, string compiler, string checkouts)
    {
        var parts = new List<string> { source.Id, source.Place, compiler };
        parts.AddRange(command.WithColor(false).WithLocked(false).WithTargetFolder(null).ToArguments());
        parts.AddRange(command.Environment.Select(pair => $"{pair.Key}={pair.Value}"));
        parts.AddRange(Variables());
        parts.AddRange(Configuration(checkouts));
        return new MeasurementKey(commit.Id, compiler.Split('\n')[0], command.Triple, DigestOf(parts));
    }

    /// <summary>The key of a measurement that only the same class of machines can compare: that of a time.</summary>
    public MeasurementKey On(MachineClass machine) => this with { Digest = DigestOf([Digest, machine.ToString()]) };

    private static string DigestOf(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..DigestLength];

    private static IEnumerable<string> Variables() =>
        from name in Environment.GetEnvironmentVariables().Keys.Cast<string>()
        where Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) && !Irrelevant.Contains(name, StringComparer.Ordinal)
        orderby name
        select $"{name}={Environment.GetEnvironmentVariable(name)}";

    private static IEnumerable<string> Configuration(string folder)
    {
        var homes = CargoExecutable.HomeFolders().Select(bin => Path.GetDirectoryName(bin)!);
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
            homes = homes.Append(Path.Combine(above.FullName, ".cargo"));
        return homes.Distinct(StringComparer.Ordinal)
            .SelectMany(home => ConfigurationFiles.Select(name => Path.Combine(home, name)))
            .Where(File.Exists)
            .Select(File.ReadAllText);
    }
}
