using Slipway.History;

namespace Slipway.Alerts;

/// <summary>What was told, as long as the process lives.</summary>
public sealed class AlertMemory(AlertBook? book = null) : IAlertStates
{
    private readonly Lock _lock = new();
    private AlertBook _book = book ?? AlertBook.Empty;

    public Task<AlertBook> ReadAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return Task.FromResult(_book);
    }

    public Task<T> ChangeAsync<T>(Func<AlertBook, (AlertBook Book, T Result)> change, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            (_book, var result) = change(_book);
            return Task.FromResult(result);
        }
    }
}
