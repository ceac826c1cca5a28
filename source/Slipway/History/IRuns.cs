namespace Slipway.History;

/// <summary>The runs of the pipeline.</summary>
public interface IRuns
{
    Task AppendAsync(RunRecord run, CancellationToken cancellationToken = default);

    /// <summary>The runs that started since, the oldest first, their targets by name.</summary>
    Task<IReadOnlyList<RunRecord>> ReadRunsAsync(DateTimeOffset since, CancellationToken cancellationToken = default);
}
