using Slipway.Base;
using Slipway.Cargo.Testing;

namespace Slipway.History;

/// <summary>
/// A history that a pipeline can do without: it is opened when it is first used, and one that cannot be used is told of
/// once, and is then as if it were empty.
/// </summary>
/// <param name="log">Is told what is wrong with the file.</param>
public sealed class OptionalHistory(string path, TimeProvider clock, Action<string> log, TimeSpan? patience = null)
    : IMeasurements, ITestOutcomes, IRuns, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private HistoryDatabase? _database;
    private bool _isBroken;

    /// <summary>Opens it before it is needed; a file that is not there is not made.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken = default) =>
        File.Exists(path) ? UseAsync(_ => Task.CompletedTask, cancellationToken) : Task.CompletedTask;

    public Task<string?> ReadAsync(string kind, MeasurementKey key, CancellationToken cancellationToken = default) =>
        UseAsync(database => database.ReadAsync(kind, key, cancellationToken), null, cancellationToken);

    public Task WriteAsync(string kind, MeasurementKey key, string json, CancellationToken cancellationToken = default) =>
        UseAsync(database => database.WriteAsync(kind, key, json, cancellationToken), cancellationToken);

    public Task AppendAsync(IReadOnlyList<TestOutcomeRecord> outcomes, CancellationToken cancellationToken = default) =>
        UseAsync(database => database.AppendAsync(outcomes, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<TestOutcomeRecord>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        UseAsync(database => database.ReadAsync(since, cancellationToken), [], cancellationToken);

    public Task AppendAsync(RunRecord run, CancellationToken cancellationToken = default) =>
        UseAsync(database => database.AppendAsync(run, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<RunRecord>> ReadRunsAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        UseAsync(database => database.ReadRunsAsync(since, cancellationToken), [], cancellationToken);

    public Task PruneAsync(HistoryRetention retention, CancellationToken cancellationToken = default) =>
        UseAsync(database => database.PruneAsync(retention, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        _turn.Dispose();
    }

    private Task UseAsync(Func<HistoryDatabase, Task> use, CancellationToken cancellationToken) => UseAsync(
        async database =>
        {
            await use(database);
            return true;
        },
        otherwise: false,
        cancellationToken);

    private async Task<T> UseAsync<T>(Func<HistoryDatabase, Task<T>> use, T otherwise, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_isBroken)
                return otherwise;
            _database ??= await HistoryDatabase.OpenAsync(path, clock, patience, log, cancellationToken);
            return await use(_database);
        }
        catch (SlipwayException exception)
        {
            // Not tried again: each try may mean to wait.
            _isBroken = true;
            log($"{exception.Message} {exception.Hint} The pipeline goes on without its history.");
            return otherwise;
        }
        finally
        {
            _turn.Release();
        }
    }
}
