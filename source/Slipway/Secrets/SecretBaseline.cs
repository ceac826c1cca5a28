using System.Security.Cryptography;

namespace Slipway.Secrets;

/// <summary>The exceptions that a repository makes, each with a reason. Secrets are in it as salted hashes.</summary>
public sealed record SecretBaseline
{
    public const string FileName = ".secrets-baseline.json";

    private const int SaltLength = 16;

    private SecretBaseline(byte[] salt, IReadOnlyList<AcceptedSecret> accepted, IReadOnlyList<AllowedFinding> allowed) =>
        (Salt, Accepted, Allowed) = (salt, accepted, allowed);

    /// <summary>No exceptions. Its salt is the same everywhere, so that reports of two runs can be compared.</summary>
    public static SecretBaseline None { get; } = new("Slipway: no salt"u8.ToArray(), [], []);

    public IReadOnlyList<AcceptedSecret> Accepted { get; }

    public IReadOnlyList<AllowedFinding> Allowed { get; }

    internal byte[] Salt { get; }

    /// <summary>Exceptions with a salt that nobody else has.</summary>
    public static SecretBaseline Create() => new(RandomNumberGenerator.GetBytes(SaltLength), [], []);

    /// <summary>Reads the file of a folder; without one there are no exceptions.</summary>
    /// <exception cref="SlipwayException">It is broken, or an exception has no reason.</exception>
    public static async Task<SecretBaseline> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? SecretBaselineFile.Read(await File.ReadAllTextAsync(file, cancellationToken), file) : None;
    }

    /// <summary>With all these secrets accepted for one reason; they must have been found with this salt.</summary>
    public SecretBaseline Accept(IEnumerable<SecretFinding> findings, string reason) => new(
        Salt,
        [
            .. Accepted.Concat(findings
                    .GroupBy(finding => finding.Fingerprint)
                    .Select(same => new AcceptedSecret(same.Key, reason, Scope: same.Any(finding => finding.IsInTree) ? null : AcceptedSecret.HistoryScope)))
                // What has expired is accepted anew.
                .GroupBy(entry => entry.Fingerprint)
                .Select(same => same.Last())
                .OrderBy(entry => entry.Fingerprint, StringComparer.Ordinal),
        ],
        Allowed);

    public Task WriteAsync(string folder, CancellationToken cancellationToken = default) =>
        AtomicFile.WriteTextAsync(Path.Combine(folder, FileName), SecretBaselineFile.Write(this), cancellationToken);

    internal static SecretBaseline Of(byte[] salt, IReadOnlyList<AcceptedSecret> accepted, IReadOnlyList<AllowedFinding> allowed) =>
        new(salt, accepted, allowed);
}
