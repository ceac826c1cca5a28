using Slipway.Toml;

namespace Slipway.Audit.Policies;

/// <summary>What the files of cargo-audit and cargo-deny say, as far as it is understood here.</summary>
/// <param name="Unknown">The keys that are not used here, with their place.</param>
public sealed record PolicyFile(AuditPolicy Policy, IReadOnlyList<(string Key, SourceLocation Location)> Unknown)
{
    private static readonly string[] AuditNames = [".cargo/audit.toml", "audit.toml"];
    private static readonly string[] DenyNames = ["deny.toml", ".deny.toml", ".cargo/deny.toml"];

    /// <summary>Reads those that there are in a workspace; there need not be any.</summary>
    /// <exception cref="SlipwayException">A file is broken.</exception>
    public static async Task<PolicyFile> LoadAsync(string folder, CancellationToken cancellationToken = default)
    {
        var (policy, unknown) = (AuditPolicy.Default, new List<(string, SourceLocation)>());
        // Each of the tools takes the first that there is.
        foreach (var path in new[] { First(folder, AuditNames), First(folder, DenyNames) }.OfType<string>())
        {
            var read = Parse(await File.ReadAllTextAsync(path, cancellationToken), path);
            policy = policy.And(read.Policy);
            unknown.AddRange(read.Unknown);
        }

        return new PolicyFile(policy, unknown);
    }

    internal static PolicyFile Parse(string text, string path)
    {
        var reader = new PolicyReader(TomlFile.Parse(text, path, hint: "Mend the file, or remove it."));
        return new PolicyFile(reader.Read(), reader.Unknown);
    }

    private static string? First(string folder, string[] names) => names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
