using Microsoft.Data.Sqlite;

namespace Slipway.History;

/// <summary>The texts behind numbers, each read once.</summary>
internal sealed class TextNames(SqliteConnection connection) : IDisposable
{
    private readonly SqlStatement _read = new(connection, "SELECT value FROM text WHERE id = $1");
    private readonly Dictionary<long, string> _known = [];

    public void Dispose() => _read.Dispose();

    /// <summary>The text of a column; null when the column is empty.</summary>
    public string? Of(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : Of(reader.GetInt64(column));

    public string Of(long id)
    {
        if (!_known.TryGetValue(id, out var text))
            _known[id] = text = (string)_read.Value(id)!;
        return text;
    }

    /// <summary>The number of a text; null when no row has it.</summary>
    public static long? Find(SqliteConnection connection, string? text) =>
        text is null ? null : (long?)connection.Value("SELECT id FROM text WHERE value = $1", text);
}
