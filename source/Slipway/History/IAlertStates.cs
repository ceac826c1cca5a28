namespace Slipway.History;

/// <summary>What was told of problems; several processes may tell at once.</summary>
public interface IAlertStates
{
    Task<AlertBook> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes one book of another. No other process comes between, and nothing is changed when that throws.</summary>
    /// <returns>What the change says beside the book.</returns>
    Task<T> ChangeAsync<T>(Func<AlertBook, (AlertBook Book, T Result)> change, CancellationToken cancellationToken = default);
}
