using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Slipway.History;

/// <summary>The file: opened, brought to the current schema, and set aside when it is damaged.</summary>
internal sealed record HistoryFile(string Path, TimeProvider Clock, TimeSpan Patience, Action<string>? Log)
{
    // The log of changes first: a new database must not find it.
    private static readonly string[] Parts = ["-wal", "-shm", ""];

    private string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Opens it; what is damaged is kept under another name, and begun anew.</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            return await Task.Run(Open, cancellationToken);
        }
        catch (SqliteException exception) when (HistoryErrors.IsDamage(exception))
        {
            return await ReplaceAsync(cancellationToken);
        }
    }

    /// <summary>Replaces it if it is damaged, as a use of it has shown, and opens it.</summary>
    public async Task<SqliteConnection> ReplaceAsync(CancellationToken cancellationToken)
    {
        await using var held = await FolderLock.TakeAsync(Folder, cancellationToken);
        return await Task.Run(
            () =>
            {
                // Another process may have been first.
                if (Damage() is { } damage)
                    SetAside(damage);
                return Open();
            },
            cancellationToken);
    }

    private SqliteConnection Open()
    {
        var connection = Connect();
        try
        {
            Migrate(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteConnection Connect()
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(Patience.TotalSeconds));
        // Without a pool the file is free as soon as the connection is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, DefaultTimeout = seconds }.ToString());
        connection.Open();
        return connection;
    }

    private void Migrate(SqliteConnection connection)
    {
        // In this order: whoever makes the tables at this moment has marked the file when they are seen.
        if (connection.Number("SELECT count(*) FROM sqlite_schema") > 0 && connection.Number("PRAGMA application_id") != HistorySchema.ApplicationId)
            throw HistoryErrors.Foreign(Path);
        connection.Run("PRAGMA foreign_keys = ON");
        // Readers and a writer do not wait for each other, and a killed process leaves nothing half written.
        connection.Run("PRAGMA journal_mode = WAL");
        connection.Run("PRAGMA synchronous = NORMAL");
        // Also with nothing to do: that the file can be written is known before it is needed.
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = connection.Number("PRAGMA user_version");
        if (version > HistorySchema.CurrentVersion)
            throw HistoryErrors.Newer(Path, version);
        if (version < HistorySchema.CurrentVersion)
        {
            foreach (var step in HistorySchema.Steps.Skip(version))
                connection.Run(step);
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {HistorySchema.CurrentVersion}"));
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {HistorySchema.ApplicationId}"));
        }

        transaction.Commit();
    }

    private string? Damage()
    {
        try
        {
            using var connection = Connect();
            return connection.Value("PRAGMA quick_check(1)") is "ok" ? null : "its pages contradict each other";
        }
        catch (SqliteException exception) when (HistoryErrors.IsDamage(exception))
        {
            return exception.SqliteErrorCode == HistoryErrors.NoDatabase ? "it is no database" : "its pages contradict each other";
        }
    }

    private void SetAside(string damage)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{System.IO.Path.GetFileNameWithoutExtension(Path)}.damaged-{Clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}{System.IO.Path.GetExtension(Path)}");
        var aside = System.IO.Path.Combine(Folder, name);
        foreach (var part in Parts.Where(part => File.Exists(Path + part)))
            File.Move(Path + part, aside + part, overwrite: true);
        Log?.Invoke($"{Path} is damaged: {damage}. It is kept as {name}, and a new one begins.");
    }
}
