using Slipway.Cargo.Testing;

namespace Slipway.History;

/// <summary>What other systems have made.</summary>
public interface IImports
{
    /// <summary>Keeps runs and how far the import has come, all or none; what is there already is brought up to date.</summary>
    /// <param name="source">Whose they are, such as <c>github:octo/caro</c>.</param>
    /// <param name="states">What the next import begins with.</param>
    Task ImportAsync(
        string source,
        IReadOnlyCollection<ImportedRun> runs,
        IReadOnlyCollection<ImportedDeployment> deployments,
        IReadOnlyCollection<KeyValuePair<string, string>> states,
        CancellationToken cancellationToken = default);

    /// <summary>Keeps outcomes of tests and how far the import has come, all or none; an outcome is added, whatever is there.</summary>
    /// <param name="source">Whose the states are.</param>
    /// <param name="states">What the next import begins with.</param>
    Task ImportAsync(
        string source,
        IReadOnlyList<TestOutcomeRecord> outcomes,
        IReadOnlyCollection<KeyValuePair<string, string>> states,
        CancellationToken cancellationToken = default);

    /// <summary>How the attempts that are known of these runs ended; null for a verdict that this version does not know.</summary>
    Task<IReadOnlyDictionary<RunAttempt, RunVerdict?>> ReadRunVerdictsAsync(string source, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken = default);

    /// <summary>What the other system calls the deployments that are known.</summary>
    Task<IReadOnlySet<string>> ReadDeploymentIdsAsync(string source, DeploymentKind kind, CancellationToken cancellationToken = default);

    /// <summary>What an import has left for the next.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadImportStatesAsync(string source, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes over what another history has and this one lacks; of what both have from elsewhere, that which was imported
    /// later is kept. The measurements of commits are not among it.
    /// </summary>
    /// <param name="path">Of a history of the same version; it is not changed.</param>
    /// <exception cref="SlipwayException">It is none, damaged, or of another version; nothing was taken over.</exception>
    Task MergeAsync(string path, CancellationToken cancellationToken = default);
}
