using System.Reflection;

namespace Slipway.Proofs;

/// <summary>What a record is asked with.</summary>
/// <param name="Folder">Where it is kept.</param>
/// <param name="Programs">What judges: another version of it may judge otherwise.</param>
/// <param name="Excluded">Folders of which no file counts, such as that of the reports.</param>
/// <param name="RunEverything">Whether nothing is taken from the record; what is good is still entered.</param>
public sealed record ProofRequest(
    string Folder,
    IReadOnlyList<Module> Programs,
    IReadOnlyList<string> Excluded,
    bool RunEverything,
    TimeProvider Clock)
{
    internal IReadOnlyCollection<string> ExcludedWith(string targetFolder) => [.. Excluded, targetFolder];
}
