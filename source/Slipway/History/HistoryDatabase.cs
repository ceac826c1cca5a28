using Microsoft.Data.Sqlite;
using Slipway.Base;
using Slipway.Cargo.Testing;

namespace Slipway.History;

/// <summary>What a pipeline remembers, in one SQLite file; several processes may use it at once.</summary>
public sealed partial class HistoryDatabase : IMeasurements, ITestOutcomes, IRuns, IImports, IAsyncDisposable
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(10);

    private readonly HistoryFile _file;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteConnection _connection;

    private HistoryDatabase(HistoryFile file, SqliteConnection connection)
    {
        _file = file;
        _connection = connection;
    }

    /// <summary>Opens the history, and makes it when there is none; a damaged file is kept under another name.</summary>
    /// <param name="patience">How long another process may keep it locked.</param>
    /// <param name="log">Is told when a damaged file is replaced.</param>
    /// <exception cref="SlipwayException">It is locked, read-only, newer than this program, or of another one.</exception>
    public static async Task<HistoryDatabase> OpenAsync(
        string path,
        TimeProvider clock,
        TimeSpan? patience = null,
        Action<string>? log = null,
        CancellationToken cancellationToken = default)
    {
        var file = new HistoryFile(Path.GetFullPath(path), clock, patience ?? DefaultPatience, log);
        try
        {
            return new HistoryDatabase(file, await file.OpenAsync(cancellationToken));
        }
        catch (Exception exception) when (HistoryErrors.Explain(exception, file.Path) is { } own)
        {
            throw own;
        }
    }

    /// <summary>Forgets what is older than it is kept.</summary>
    public Task PruneAsync(HistoryRetention retention, CancellationToken cancellationToken = default) => WriteAsync(
        connection =>
        {
            var now = _file.Clock.GetUtcNow();
            connection.Run("DELETE FROM measurement WHERE created < $1", (now - retention.Measurements).ToUnixTimeMilliseconds());
            var oldest = (now - retention.Runs).ToUnixTimeMilliseconds();
            connection.Run("DELETE FROM run WHERE started < $1", oldest);
            connection.Run("DELETE FROM deployment WHERE created < $1", oldest);
            connection.Run("DELETE FROM test_outcome WHERE recorded < $1", oldest);
            connection.Run("DELETE FROM test WHERE seen < $1", oldest);
            connection.Run("DELETE FROM code WHERE seen < $1", oldest);
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    // Writers take their turn at the start, so that no two wait for each other in the middle.
    private Task WriteAsync(Action<SqliteConnection> write, CancellationToken cancellationToken) => UseAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            write(connection);
            transaction.Commit();
            return true;
        },
        cancellationToken);

    private async Task<T> UseAsync<T>(Func<SqliteConnection, T> use, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await UseOrReplaceAsync(use, cancellationToken);
        }
        catch (Exception exception) when (HistoryErrors.Explain(exception, _file.Path) is { } own)
        {
            throw own;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> UseOrReplaceAsync<T>(Func<SqliteConnection, T> use, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => use(_connection), cancellationToken);
        }
        catch (SqliteException exception) when (HistoryErrors.IsDamage(exception))
        {
            await _connection.DisposeAsync();
            _connection = await _file.ReplaceAsync(cancellationToken);
            return await Task.Run(() => use(_connection), cancellationToken);
        }
    }
}
