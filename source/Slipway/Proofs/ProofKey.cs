using System.Security.Cryptography;
using System.Text;

namespace Slipway.Proofs;

/// <summary>Stands for everything that a gate's result depends on, as far as it is known before it runs.</summary>
public sealed record ProofKey(string Gate, string Digest)
{
    // Grows when proofs of old say something else.
    private const string Version = "2";

    /// <param name="machine">What does not change while a run lasts: the toolchain, the system, and Slipway itself.</param>
    internal static ProofKey Of(ProofInputs inputs, Snapshot snapshot, IEnumerable<string> machine, IEnumerable<string> variables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, [Version, inputs.Gate, inputs.Files.ToString(), inputs.Variables.ToString(), snapshot.Root, snapshot.Digest(path => inputs.Files.Has(path))]);
        Add(hash, machine);
        Add(hash, inputs.Settings);
        Add(hash, variables);
        return new ProofKey(inputs.Gate, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // With how many there are: the last of one list must not pass for the first of the next.
    private static void Add(IncrementalHash hash, IEnumerable<string> parts)
    {
        var all = parts.ToList();
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\0', [$"{all.Count}", .. all, ""])));
    }
}
