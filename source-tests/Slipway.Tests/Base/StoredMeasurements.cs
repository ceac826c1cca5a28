using Microsoft.Data.Sqlite;
using Slipway.History;

namespace Slipway.Tests.Base;

/// <summary>The measurements that a repository's bases left in a real history, below its <c>temp</c>.</summary>
internal static class StoredMeasurements
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static OptionalHistory HistoryOf(string folder, Action<string>? log = null) =>
        new(FileOf(folder), TimeProvider.System, log ?? (line => Assert.Fail(line)));

    public static async Task<IReadOnlyList<string>> StoredAsync(this GitFolder repository)
    {
        await using var connection = await ConnectAsync(repository);
        return connection.Rows("SELECT json FROM measurement", row => row.GetString(0));
    }

    /// <summary>Puts a text in place of the only one.</summary>
    public static async Task StoreAsync(this GitFolder repository, string json)
    {
        await using var connection = await ConnectAsync(repository);
        connection.Run("UPDATE measurement SET json = $1", json).ShouldBe(1);
    }

    private static string FileOf(string folder) => Path.Combine(folder, "temp", "history.db");

    private static async Task<SqliteConnection> ConnectAsync(GitFolder repository)
    {
        var connection = new SqliteConnection($"Data Source={FileOf(repository.Folder)};Pooling=False");
        await connection.OpenAsync(Token);
        return connection;
    }
}
