using System.Text;
using Microsoft.Data.Sqlite;
using Slipway.Base;
using Slipway.History;

namespace Slipway.Tests.History;

/// <summary>Files that are older, newer, damaged, locked, or no histories at all.</summary>
public class HistoryFileTests
{
    private static readonly MeasurementKey Key = new("c0ffee", "rustc 1.91.0", null, "d1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_file_becomes_a_history_of_the_current_schema()
    {
        using var folder = new HistoryFolder();
        folder.Write([]);

        await using (var history = await folder.OpenAsync())
            await history.WriteAsync("size", Key, "1", Token);

        await using var connection = folder.Connect();
        connection.Number("PRAGMA user_version").ShouldBe(HistorySchema.CurrentVersion);
        connection.Number("PRAGMA application_id").ShouldBe(HistorySchema.ApplicationId);
        connection.Value("PRAGMA journal_mode").ShouldBe("wal");
        folder.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_older_schema_is_brought_to_the_current_one_and_keeps_its_rows()
    {
        for (var version = 1; version <= HistorySchema.CurrentVersion; version++)
        {
            using var folder = new HistoryFolder();
            await using (var connection = folder.Connect())
            {
                foreach (var step in HistorySchema.Steps.Take(version))
                    connection.Run(step);
                connection.Run("INSERT INTO measurement (kind, commit_id, digest, compiler, machine, created, json) VALUES ('size', 'c0ffee', 'd1', 'rustc', 'machine', 0, 'kept')");
                connection.Run($"PRAGMA user_version = {version}");
                connection.Run($"PRAGMA application_id = {HistorySchema.ApplicationId}");
            }

            await using (var history = await folder.OpenAsync())
                (await history.ReadAsync("size", Key, Token)).ShouldBe("kept");
            await using var after = folder.Connect();
            after.Number("PRAGMA user_version").ShouldBe(HistorySchema.CurrentVersion);
        }
    }

    [Fact]
    public async Task A_migration_that_breaks_off_leaves_the_schema_as_it_was()
    {
        using var folder = new HistoryFolder();
        await using (var connection = folder.Connect())
        {
            // One table of the first step is there already, which cannot be.
            connection.Run("CREATE TABLE run (id INTEGER)");
            connection.Run($"PRAGMA application_id = {HistorySchema.ApplicationId}");
        }

        (await Should.ThrowAsync<SlipwayException>(() => folder.OpenAsync())).Message.ShouldContain("table run already exists");

        await using var after = folder.Connect();
        after.Rows("SELECT name FROM sqlite_schema", row => row.GetString(0)).ShouldBe(["run"]);
        after.Number("PRAGMA user_version").ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_file_and_that_of_another_program_are_refused_and_stay_as_they_are()
    {
        using var newer = new HistoryFolder();
        await (await newer.OpenAsync()).DisposeAsync();
        await using (var connection = newer.Connect())
            connection.Run("PRAGMA user_version = 99");
        var refused = await Should.ThrowAsync<SlipwayException>(() => newer.OpenAsync());
        (refused.Kind, refused.Message).ShouldBe((ErrorKind.Configuration, $"{newer.File} was written by a newer Slipway (schema 99; this one knows {HistorySchema.CurrentVersion})."));
        await using (var connection = newer.Connect())
            connection.Number("PRAGMA user_version").ShouldBe(99);

        using var foreign = new HistoryFolder();
        await using (var connection = foreign.Connect())
            connection.Run("CREATE TABLE customers (id INTEGER)");
        (await Should.ThrowAsync<SlipwayException>(() => foreign.OpenAsync())).Message.ShouldBe($"{foreign.File} is the database of another program.");
        foreign.Files.ShouldBe(["history.db"]);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_kept_under_a_name_with_the_date()
    {
        using var folder = new HistoryFolder();
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        folder.Write(content);

        await using (var history = await folder.OpenAsync())
        {
            await history.WriteAsync("size", Key, "new", Token);
            (await history.ReadAsync("size", Key, Token)).ShouldBe("new");
        }

        folder.Log.ShouldBe([$"{folder.File} is damaged: it is no database. It is kept as history.damaged-20261125T183000Z.db, and a new one begins."]);
        folder.Files.ShouldBe([".lock", "history.damaged-20261125T183000Z.db", "history.db"]);
        (await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(folder.File)!, "history.damaged-20261125T183000Z.db"), Token)).ShouldBe(content);
    }

    [Fact]
    public async Task Damage_deep_in_the_file_that_a_use_finds_is_set_aside_and_the_use_goes_on()
    {
        using var folder = new HistoryFolder();
        await using (var history = await folder.OpenAsync())
        {
            for (var index = 0; index < 200; index++)
                await history.WriteAsync("size", Key with { Digest = $"{index}" }, new string('x', 1000), Token);
        }

        var bytes = await File.ReadAllBytesAsync(folder.File, Token);
        // The schema, which stands first, stays whole.
        for (var index = bytes.Length / 2; index < bytes.Length; index++)
            bytes[index] ^= 0x5A;
        folder.Write(bytes);

        await using (var history = await folder.OpenAsync())
        {
            folder.Log.ShouldBeEmpty();
            for (var index = 0; index < 200; index++)
                await history.ReadAsync("size", Key with { Digest = $"{index}" }, Token);
            folder.Log.ShouldHaveSingleItem().ShouldContain("its pages contradict each other");
            await history.WriteAsync("size", Key, "new", Token);
            (await history.ReadAsync("size", Key, Token)).ShouldBe("new");
        }

        folder.Files.ShouldContain("history.damaged-20261125T183000Z.db");
    }

    [Fact]
    public async Task A_file_cut_off_at_any_length_never_keeps_a_history_from_opening()
    {
        using var whole = new HistoryFolder();
        await using (var history = await whole.OpenAsync())
            await history.WriteAsync("size", Key, "1", Token);
        var bytes = await File.ReadAllBytesAsync(whole.File, Token);

        foreach (var length in new[] { 1, 15, 16, 99, 100, 512, 4095, 4096, 4097, 8192, bytes.Length / 2, bytes.Length - 1 })
        {
            using var folder = new HistoryFolder();
            folder.Write(bytes[..length]);
            await using var history = await folder.OpenAsync();
            await history.ReadAsync("size", Key, Token);
            await history.WriteAsync("size", Key, "2", Token);
            (await history.ReadAsync("size", Key, Token)).ShouldBe("2", $"cut at {length}");
        }
    }

    [Fact]
    public async Task A_locked_file_is_waited_for_and_then_told_of()
    {
        using var folder = new HistoryFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        await using var other = folder.Connect();
        using (other.BeginTransaction(deferred: false))
        {
            var refused = await Should.ThrowAsync<SlipwayException>(() => folder.OpenAsync());
            (refused.Kind, refused.Message).ShouldBe((ErrorKind.Environment, $"{folder.File} is locked by another process."));
        }

        await using var history = await folder.OpenAsync();
        await history.WriteAsync("size", Key, "1", Token);
    }

    [Fact]
    public async Task A_read_only_file_is_told_of()
    {
        using var folder = new HistoryFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        // For whom nothing is read-only, such as root, SQLite says so only when it is asked to.
        await using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync(Token);

        var exception = Should.Throw<SqliteException>(() => connection.Run("DELETE FROM run"));

        var told = HistoryErrors.Explain(exception, folder.File)!;
        (told.Kind, told.Message).ShouldBe((ErrorKind.Environment, $"{folder.File} is read-only."));
    }

    [Fact]
    public async Task A_history_that_cannot_be_used_is_told_of_once_and_is_empty()
    {
        using var folder = new HistoryFolder();
        Directory.CreateDirectory(folder.File);

        await using var history = folder.Optional();
        await history.WriteAsync("size", Key, "1", Token);
        (await history.ReadAsync("size", Key, Token)).ShouldBeNull();
        await history.AppendAsync([], Token);
        (await history.ReadAsync(default, Token)).ShouldBeEmpty();
        (await history.ReadRunsAsync(default, Token)).ShouldBeEmpty();
        await history.PruneAsync(HistoryRetention.Default, Token);

        folder.Log.ShouldBe([$"{folder.File} cannot be opened. Make its folder writable, and see that nothing else has its name. The pipeline goes on without its history."]);
    }
}
