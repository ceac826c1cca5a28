using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Slipway.History;

/// <summary>Statements that are run once.</summary>
internal static class SqlExtensions
{
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = new SqlStatement(connection, sql);
        return statement.Run(values);
    }

    public static object? Value(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = new SqlStatement(connection, sql);
        return statement.Value(values);
    }

    public static int Number(this SqliteConnection connection, string sql) =>
        Convert.ToInt32(connection.Value(sql), CultureInfo.InvariantCulture);

    public static IReadOnlyList<T> Rows<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<object?> values)
    {
        using var statement = new SqlStatement(connection, sql);
        return statement.Rows(read, values);
    }

    public static void Each(this SqliteConnection connection, string sql, Action<SqliteDataReader> take, params ReadOnlySpan<object?> values)
    {
        using var statement = new SqlStatement(connection, sql);
        statement.Each(take, values);
    }

    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? NumberOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static DateTimeOffset Time(this SqliteDataReader reader, int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Time(column);

    public static TimeSpan? DurationOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Duration(column);

    public static TimeSpan Duration(this SqliteDataReader reader, int column) => TimeSpan.FromMilliseconds(reader.GetInt64(column));

    public static long ToMilliseconds(this TimeSpan duration) => (long)Math.Round(duration.TotalMilliseconds);
}
