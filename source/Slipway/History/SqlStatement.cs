using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Slipway.History;

/// <summary>A statement that is compiled once and run with many values, which it calls <c>$1</c>, <c>$2</c> and so on.</summary>
internal sealed class SqlStatement : IDisposable
{
    private readonly SqliteCommand _command;

    [SuppressMessage("Security", "CA2100", Justification = "Values are parameters; the texts are this room's own.")]
    public SqlStatement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    public void Dispose() => _command.Dispose();

    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row, or null.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() is var value && value is DBNull ? null : value;
    }

    public IReadOnlyList<T> Rows<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Each(reader => rows.Add(read(reader)), values);
        return rows;
    }

    /// <summary>The rows one by one, for those that are too many to be kept.</summary>
    public void Each(Action<SqliteDataReader> take, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var reader = _command.ExecuteReader();
        while (reader.Read())
            take(reader);
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var value = values[index] ?? DBNull.Value;
            if (index < _command.Parameters.Count)
                _command.Parameters[index].Value = value;
            else
                _command.Parameters.AddWithValue(FormattableString.Invariant($"${index + 1}"), value);
        }
    }
}
