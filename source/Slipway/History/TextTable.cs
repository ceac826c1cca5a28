using Microsoft.Data.Sqlite;

namespace Slipway.History;

/// <summary>Texts that many rows share, by number.</summary>
internal sealed class TextTable(SqliteConnection connection) : IDisposable
{
    private readonly SqlStatement _find = new(connection, "SELECT id FROM text WHERE value = $1");
    private readonly SqlStatement _add = new(connection, "INSERT INTO text (value) VALUES ($1) RETURNING id");
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }

    public long? IdOrNull(string? value) => value is null ? null : Id(value);

    public long Id(string value)
    {
        if (!_known.TryGetValue(value, out var id))
            _known[value] = id = (long)(_find.Value(value) ?? _add.Value(value)!);
        return id;
    }
}
