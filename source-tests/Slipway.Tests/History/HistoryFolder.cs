using Microsoft.Data.Sqlite;
using Slipway.History;

namespace Slipway.Tests.History;

/// <summary>A folder for one history, at a time that stands still.</summary>
internal sealed class HistoryFolder : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 18, 30, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("history-");

    public string File => Path.Combine(_folder.FullName, "temp", "history.db");

    public List<string> Log { get; } = [];

    public IEnumerable<string> Files => Directory.GetFiles(Path.GetDirectoryName(File)!).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<HistoryDatabase> OpenAsync(DateTimeOffset? now = null) =>
        HistoryDatabase.OpenAsync(File, new StandingClock(now ?? Now), TimeSpan.FromSeconds(1), Log.Add, Token);

    public OptionalHistory Optional() => new(File, new StandingClock(Now), Log.Add, TimeSpan.FromSeconds(1));

    /// <summary>The file as SQLite sees it, beside the history's own connection.</summary>
    public SqliteConnection Connect()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Write(byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(File, content);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
