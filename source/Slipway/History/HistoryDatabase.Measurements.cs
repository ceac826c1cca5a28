using Slipway.Base;

namespace Slipway.History;

public sealed partial class HistoryDatabase
{
    public Task<string?> ReadAsync(string kind, MeasurementKey key, CancellationToken cancellationToken = default) => UseAsync(
        connection => (string?)connection.Value(
            "SELECT json FROM measurement WHERE kind = $1 AND digest = $2 ORDER BY created DESC, rowid DESC LIMIT 1",
            kind,
            key.Digest),
        cancellationToken);

    public Task WriteAsync(string kind, MeasurementKey key, string json, CancellationToken cancellationToken = default) => WriteAsync(
        connection => connection.Run(
            "INSERT OR REPLACE INTO measurement (kind, commit_id, digest, compiler, triple, machine, created, json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            kind,
            key.Commit,
            key.Digest,
            key.Compiler,
            key.Triple,
            MachineClass.Current.ToString(),
            _file.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            json),
        cancellationToken);
}
