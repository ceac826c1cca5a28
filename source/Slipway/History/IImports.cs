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

    /// <summary>What an import has left for the next.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadImportStatesAsync(string source, CancellationToken cancellationToken = default);

    /// <summary>Takes over what another history has and this one lacks; the measurements of commits are not among it.</summary>
    /// <param name="path">Of a history of the same version; it is not changed.</param>
    /// <exception cref="SlipwayException">It is none, or of another version.</exception>
    Task MergeAsync(string path, CancellationToken cancellationToken = default);
}
